#pragma once

#include "numerics/simd.hpp"

namespace minifactory::simd {

/// (artanh(s) / s − 1) / s² as a polynomial in s², interpolated at Chebyshev's nodes on 0 ≤ s ≤
/// 1/3. In memory for the same reason as `ExponentialTable`.
extern const double artanh_quotient[10];

/// ln(1 + z) for −1/2 ≤ z ≤ 1, within about one unit in the last place, also near 0; NaN goes
/// through. ln(1 + z) = 2 artanh(s) with s = z / (2 + z).
inline Pair log_1_plus(Pair z) {
  const Pair s = z / (splat(2.0) + z);
  const Pair s2 = s * s;
  Pair quotient = splat(artanh_quotient[9]);
  for (int i = 8; i >= 0; --i) quotient = quotient * s2 + splat(artanh_quotient[i]);
  return (s + s) * (splat(1.0) + s2 * quotient);
}

/// ln x of one number, within about one unit in the last place: −∞ for 0, NaN for numbers below 0
/// and for NaN. Not the library's, whose last bits depend on the machine.
double logarithm(double x);

}  // namespace minifactory::simd
