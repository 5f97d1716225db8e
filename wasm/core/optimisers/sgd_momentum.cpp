#include "optimisers/sgd_momentum.hpp"

#include "error.hpp"
#include "numerics/elementwise.hpp"

namespace minifactory {

using simd::Pair;
using simd::splat;

SGDMomentum::SGDMomentum(double learning_rate, double momentum)
    : Optimizer(learning_rate), momentum_(momentum) {
  if (!(momentum >= 0.0 && momentum < 1.0)) {
    throw Error("OUT_OF_RANGE", "The momentum must be at least 0 and below 1.");
  }
}

void SGDMomentum::compute_step(ParameterStep& step) const {
  map_two(view(step.state[0]), step.gradient, writable(step.next_state[0]),
          [momentum = splat(momentum_), rate = splat(learning_rate())](
              Pair velocity, Pair gradient) { return momentum * velocity + rate * gradient; });
  map_two(step.parameter, view(step.next_state[0]), step.next_parameter,
          [](Pair parameter, Pair velocity) { return parameter - velocity; });
}

}  // namespace minifactory
