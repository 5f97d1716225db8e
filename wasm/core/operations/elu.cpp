#include "operations/elu.hpp"

#include "numerics/elementwise.hpp"

namespace minifactory {

using simd::Pair;
using simd::splat;

namespace {

/// min(x, 0), so that eˣ cannot overflow where it is not needed.
Pair at_most_0(Pair x) { return simd::at_most(x, splat(0.0)); }

}  // namespace

void ELU::compute_output(ConstView input, View output) const {
  map_exponential(input, at_most_0, output, [](const simd::Exponential& e, Pair x) {
    return simd::at_least(x, splat(0.0)) + e.minus_1();
  });
}

void ELU::compute_input_gradient(ConstView output_gradient, View input_gradient) const {
  map_exponential(input(), at_most_0, input_gradient,
                  [](const simd::Exponential& e, Pair /*x*/) { return e.value(); });
  map_two(output_gradient, read_only(input_gradient), input_gradient,
          [](Pair gradient, Pair slope) { return gradient * slope; });
}

}  // namespace minifactory
