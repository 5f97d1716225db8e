#pragma once

#include "simd.hpp"

namespace minifactory::simd {

/// The numbers `exponential` works with. They lie in memory, because a WebAssembly engine builds a
/// constant anew wherever it is used, which costs more than loading it.
struct ExponentialTable {
  double limit;    ///< Beyond ±limit the result is held: 2ⁿ must stay a normal number.
  double per_ln2;  ///< 1 / ln 2
  double rounder;  ///< 1.5 · 2⁵²: adding it rounds to an integer and leaves that integer in the low
                   ///< bits.
  double ln2_high;  ///< ln 2 in two parts: n · ln2_high is exact for every n that can occur.
  double ln2_low;
  double quotient[10];  ///< (e^r − 1 − r) / r² as a polynomial, interpolated at Chebyshev's nodes
                        ///< on |r| ≤ ln 2 / 2.
};

extern const ExponentialTable exponential_table;

/// e^x = scale + scale · rest, and e^x − 1 = scale · rest + (scale − 1) loses nothing near 0.
struct Exponential {
  Pair scale;
  Pair rest;
};

/// For x = n ln 2 + r with |r| ≤ ln 2 / 2: scale = 2ⁿ, rest = e^r − 1. Within about one unit in the
/// last place. NaN goes through.
inline Exponential exponential(Pair x, const ExponentialTable& table) {
  x = at_least(at_most(x, both(table.limit)), both(-table.limit));
  const Pair shifted = x * both(table.per_ln2) + both(table.rounder);
  const Pair n = shifted - both(table.rounder);
  const Pair r = (x - n * both(table.ln2_high)) - n * both(table.ln2_low);

  // Summed in pairs, so that the processor need not wait for one term before the next.
  const double* q = table.quotient;
  const Pair r2 = r * r;
  const Pair r4 = r2 * r2;
  const Pair q0 = both(q[0]) + r * both(q[1]);
  const Pair q2 = both(q[2]) + r * both(q[3]);
  const Pair q4 = both(q[4]) + r * both(q[5]);
  const Pair q6 = both(q[6]) + r * both(q[7]);
  const Pair q8 = both(q[8]) + r * both(q[9]);
  const Pair rest = r + r2 * ((q0 + r2 * q2) + r4 * ((q4 + r2 * q6) + r4 * q8));

  constexpr std::int64_t kExponentBias = 1023;
  constexpr int kMantissaBits = 52;
  return {(Pair)(((PairBits)shifted + kExponentBias) << kMantissaBits), rest};
}

}  // namespace minifactory::simd
