#include "operations/tanh.hpp"

#include "numerics/elementwise.hpp"

namespace minifactory {

using simd::Pair;
using simd::splat;

void Tanh::compute_output(ConstView input, View output) const {
  // (e²ˣ − 1) / (e²ˣ + 1), both from e²ˣ − 1, which is accurate near 0.
  const auto twice = [](Pair x) { return splat(2.0) * x; };
  map_exponential(input, twice, output, [](const simd::Exponential& e, Pair /*x*/) {
    const Pair expm1 = e.minus_1();
    return expm1 / (expm1 + splat(2.0));
  });
}

void Tanh::compute_input_gradient(ConstView output_gradient, View input_gradient) const {
  map_two(output_gradient, output(), input_gradient,
          [one = splat(1.0)](Pair gradient, Pair t) { return gradient * (one - t * t); });
}

}  // namespace minifactory
