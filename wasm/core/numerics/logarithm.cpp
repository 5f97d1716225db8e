#include "numerics/logarithm.hpp"

#include <cmath>
#include <limits>

#include "numerics/exponential.hpp"

namespace minifactory::simd {

const double artanh_quotient[10] = {
    0.3333333333333333,  0.20000000000007292, 0.1428571428355438,  0.11111111358713932,
    0.09090894718066429, 0.07692785032479312, 0.06657072104827468, 0.06000536404795356,
    0.04400369243072337, 0.08082022805971766,
};

double logarithm(double x) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  if (x == 0.0) return -kInfinity;
  if (!(x > 0.0)) return std::numeric_limits<double>::quiet_NaN();
  if (x == kInfinity) return x;
  // x = 2ⁿ·m with √½ ≤ m < √2, so that numbers just below 1 have n = 0 and lose no digits.
  constexpr double kRootOfHalf = 0.70710678118654752440;
  int n = 0;
  double m = std::frexp(x, &n);
  if (m < kRootOfHalf) {
    m *= 2.0;
    --n;
  }
  const double of_m = log_1_plus(splat(m - 1.0))[0];
  return n * exponential_table.ln2_high + (of_m + n * exponential_table.ln2_low);
}

}  // namespace minifactory::simd
