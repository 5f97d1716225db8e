#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "layers/neural_network.hpp"
#include "name_table.hpp"
#include "numerics/random_state.hpp"

namespace minifactory {

/// How first weights (in, out) are drawn.
enum class WeightInitialisation {
  kStandardNormal,  ///< N(0, 1), and the biases too, as in the course.
  kGlorotNormal,    ///< N(0, 2 / (in + out)), biases 0 (Glorot and Bengio 2010).
  kHeNormal,        ///< N(0, 2 / in), biases 0 (He and others 2015).
};

/// standard-normal, glorot-normal, he-normal
Names weight_initialisation_names();

/// Error UNKNOWN_NAME.
WeightInitialisation weight_initialisation_named(std::string_view name);

/// Draws a layer's parameters in their order, each row by row. A parameter of a single row counts
/// as a bias.
void draw_parameters(Layer& layer, WeightInitialisation initialisation, RandomState& random);

}  // namespace minifactory
