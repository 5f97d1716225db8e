#include "operations/tanh.hpp"

#include "numerics/elementwise.hpp"

namespace minifactory {

using simd::Pair;
using simd::splat;

void Tanh::compute_output(ConstView input, View output) const {
  // (e²ˣ − 1) / (e²ˣ + 1), from e²ˣ − 1, which is accurate near 0.
  map_exponential(input, 2.0, output, [](const simd::Exponential& e) {
    const Pair less_1 = e.scale * e.rest + (e.scale - splat(1.0));
    return less_1 / (less_1 + splat(2.0));
  });
}

void Tanh::compute_input_gradient(ConstView output_gradient, View input_gradient) const {
  map_two(output_gradient, output(), input_gradient,
          [one = splat(1.0)](Pair gradient, Pair t) { return gradient * (one - t * t); });
}

}  // namespace minifactory
