#pragma once

#include <string_view>

#include "layers/neural_network.hpp"
#include "name_table.hpp"
#include "numerics/random_state.hpp"

namespace minifactory {

/// The distribution from which initial weights (in, out) and biases are drawn.
enum class WeightInitialisation {
  kStandardNormal,  ///< N(0, 1), also for the biases, as in the book.
  kGlorotNormal,    ///< N(0, 2 / (in + out)), biases 0 (Glorot and Bengio 2010).
  kHeNormal,        ///< N(0, 2 / in), biases 0 (He et al. 2015).
};

/// The names in recipes: standard-normal, glorot-normal, he-normal.
Names weight_initialisation_names();

/// The initialisation of that name. Error UNKNOWN_NAME.
WeightInitialisation weight_initialisation_named(std::string_view name);

/// Draws the parameters of a layer in their order, each row by row. A parameter whose row axis is
/// Axis::kSingle counts as a bias.
void draw_parameters(Layer& layer, WeightInitialisation initialisation, RandomState& random);

}  // namespace minifactory
