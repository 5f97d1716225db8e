#pragma once

#include "numerics/simd.hpp"

namespace minifactory::simd {

/// The constants of `exponential`. They are in memory because a WebAssembly engine creates a
/// constant again wherever it is used, which takes longer than loading it.
struct ExponentialTable {
  double limit;    ///< Inputs are clamped to ±limit, so that 2ⁿ stays a normal number.
  double per_ln2;  ///< 1 / ln 2
  /// 1.5 · 2⁵² + 1023: adding it to n rounds n to an integer and leaves n + 1023, the exponent bits
  /// of 2ⁿ, in the lowest bits.
  double rounder;
  double ln2_high;  ///< ln 2 in two parts: n · ln2_high is exact for every n that can occur.
  double ln2_low;
  double one;
  /// (e^r − 1 − r) / r² as a polynomial, interpolated at Chebyshev's nodes on |r| ≤ ln 2 / 2.
  double quotient[10];
};

extern const ExponentialTable exponential_table;

/// e^x for x = n ln 2 + r with |r| ≤ ln 2 / 2, in two parts.
struct Exponential {
  /// e^x
  Pair value() const { return scale + scale * rest; }
  /// e^x − 1, accurate near 0.
  Pair minus_1() const { return scale * rest + (scale - splat(1.0)); }

  Pair scale;  ///< 2ⁿ
  Pair rest;   ///< e^r − 1
};

/// e^x for `N` pairs at once, so that each constant is loaded only once. The error is about one
/// unit in the last place; NaN gives NaN.
template <int N>
inline void exponential(const Pair (&x)[N], Exponential (&result)[N],
                        const ExponentialTable& table) {
  constexpr int kMantissaBits = 52;
  const double* q = table.quotient;
  Pair r[N], shifted[N];
  for (int i = 0; i < N; ++i) {
    const Pair clamped = at_least(at_most(x[i], splat(table.limit)), splat(-table.limit));
    shifted[i] = clamped * splat(table.per_ln2) + splat(table.rounder);
    const Pair n = shifted[i] - splat(table.rounder);
    r[i] = (clamped - n * splat(table.ln2_high)) - n * splat(table.ln2_low);
  }
  for (int i = 0; i < N; ++i) {
    const Pair r2 = r[i] * r[i];
    const Pair r4 = r2 * r2;
    const Pair low = (splat(q[0]) + r[i] * splat(q[1])) + r2 * (splat(q[2]) + r[i] * splat(q[3]));
    const Pair high = (splat(q[4]) + r[i] * splat(q[5])) + r2 * (splat(q[6]) + r[i] * splat(q[7])) +
                      r4 * (splat(q[8]) + r[i] * splat(q[9]));
    result[i].rest = r[i] + r2 * (low + r4 * high);
    result[i].scale = (Pair)((PairBits)shifted[i] << kMantissaBits);
  }
}

/// e^x of one number.
inline double exponential(double x) {
  const Pair in[1] = {splat(x)};
  Exponential out[1];
  exponential(in, out, exponential_table);
  return out[0].value()[0];
}

}  // namespace minifactory::simd
