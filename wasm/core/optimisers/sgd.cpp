#include "optimisers/sgd.hpp"

#include "numerics/elementwise.hpp"

namespace minifactory {

using simd::Pair;
using simd::splat;

void SGD::compute_step(ParameterStep& step) const {
  map_two(step.parameter, step.gradient, step.next_parameter,
          [rate = splat(learning_rate())](Pair parameter, Pair gradient) {
            return parameter - rate * gradient;
          });
}

}  // namespace minifactory
