#include "layers/dense.hpp"

#include "error.hpp"
#include "operations/registry.hpp"
#include "operations/weight_multiply.hpp"

namespace minifactory {

Dense::Dense(Index inputs, Index units, std::string_view activation, BiasGradient bias_gradient,
             const Settings& settings) {
  if (inputs < 1 || units < 1) {
    throw Error("OUT_OF_RANGE", {"A Dense layer needs at least 1 input and 1 unit, not ", inputs,
                                 " and ", units, "."});
  }
  add(std::make_unique<WeightMultiply>(inputs, units));
  add(std::make_unique<BiasAdd>(units, bias_gradient));
  add(make_activation(activation, settings));
}

}  // namespace minifactory
