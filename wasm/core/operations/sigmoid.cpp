#include "operations/sigmoid.hpp"

#include "numerics/elementwise.hpp"

namespace minifactory {

using simd::Pair;
using simd::splat;

void Sigmoid::compute_output(ConstView input, View output) const {
  const auto minus = [](Pair x) { return splat(-1.0) * x; };
  map_exponential(input, minus, output, [](const simd::Exponential& e, Pair /*x*/) {
    const Pair one = splat(simd::exponential_table.one);  // loaded: see ExponentialTable
    return one / (one + e.value());
  });
}

void Sigmoid::compute_input_gradient(ConstView output_gradient, View input_gradient) const {
  map_two(output_gradient, output(), input_gradient,
          [one = splat(1.0)](Pair gradient, Pair s) { return gradient * (s * (one - s)); });
}

}  // namespace minifactory
