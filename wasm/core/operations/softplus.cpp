#include "operations/softplus.hpp"

#include "numerics/elementwise.hpp"
#include "numerics/logarithm.hpp"

namespace minifactory {

using simd::Pair;
using simd::splat;

void Softplus::compute_output(ConstView input, View output) const {
  // max(x, 0) + ln(1 + e^(−|x|)), which cannot overflow.
  const auto minus_size = [](Pair x) { return simd::at_most(x, -x); };
  map_exponential(input, minus_size, output, [](const simd::Exponential& e, Pair x) {
    return simd::at_least(x, splat(0.0)) + simd::log_1_plus(e.value());
  });
}

void Softplus::compute_input_gradient(ConstView output_gradient, View input_gradient) const {
  const auto minus = [](Pair y) { return -y; };
  map_exponential(output(), minus, input_gradient,
                  [](const simd::Exponential& e, Pair /*y*/) { return -e.minus_1(); });
  map_two(output_gradient, read_only(input_gradient), input_gradient,
          [](Pair gradient, Pair slope) { return gradient * slope; });
}

}  // namespace minifactory
