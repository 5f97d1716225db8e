#pragma once

#include <string_view>

#include "layers/layer.hpp"
#include "operations/bias_add.hpp"
#include "settings.hpp"

namespace minifactory {

/// A fully connected layer: every unit sees every input. WeightMultiply (in, out), BiasAdd (1,
/// out), activation.
class Dense final : public Layer {
 public:
  /// Parameters start at 0; see `draw_parameters`. Errors: OUT_OF_RANGE unless inputs and units are
  /// at least 1; those of `make_activation`, which gets the settings.
  Dense(Index inputs, Index units, std::string_view activation = "sigmoid",
        BiasGradient bias_gradient = BiasGradient::kPerUnit, const Settings& settings = {});
};

}  // namespace minifactory
