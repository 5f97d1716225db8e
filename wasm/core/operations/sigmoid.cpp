#include "operations/sigmoid.hpp"

#include "numerics/elementwise.hpp"

namespace minifactory {

using simd::Pair;
using simd::splat;

void Sigmoid::compute_output(ConstView input, View output) const {
  map_exponential(input, -1.0, output, [](const simd::Exponential& e) {
    const Pair one = splat(simd::exponential_table.one);
    return one / (one + (e.scale + e.scale * e.rest));
  });
}

void Sigmoid::compute_input_gradient(ConstView output_gradient, View input_gradient) const {
  map_two(output_gradient, output(), input_gradient,
          [one = splat(1.0)](Pair gradient, Pair s) { return gradient * (s * (one - s)); });
}

}  // namespace minifactory
