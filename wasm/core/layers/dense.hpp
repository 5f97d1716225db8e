#pragma once

#include <string_view>

#include "layers/layer.hpp"
#include "operations/bias_add.hpp"
#include "settings.hpp"

namespace minifactory {

/// A fully connected layer: WeightMultiply with W (inputs, units), BiasAdd with B (1, units), then
/// an activation.
class Dense final : public Layer {
 public:
  /// All parameters are 0 until `draw_parameters`. The settings are those of the activation.
  /// Errors: OUT_OF_RANGE unless inputs and units are at least 1; those of `make_activation`.
  Dense(Index inputs, Index units, std::string_view activation = "sigmoid",
        BiasGradient bias_gradient = BiasGradient::kPerUnit, const Settings& settings = {});
};

}  // namespace minifactory
