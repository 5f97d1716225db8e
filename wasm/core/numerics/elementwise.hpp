#pragma once

#include "numerics/exponential.hpp"
#include "numerics/matrix.hpp"

namespace minifactory {

// Functions applied to every element, two elements at a time. The matrices must have equal shapes,
// which the caller checks. Nothing is allocated.

/// output = function(e^exponent(x), x) for every element x of the input. `exponent` maps a
/// simd::Pair to a simd::Pair, `function` a simd::Exponential and a simd::Pair to a simd::Pair. The
/// exponential takes most of the time, so four pairs are computed together.
template <typename Exponent, typename Function>
inline void map_exponential(ConstView input, Exponent exponent, View output, Function function) {
  using simd::Pair;
  constexpr int kPairs = 4;
  const Index size = input.size();
  const double* from = input.data();
  double* to = output.data();
  Pair y[kPairs];
  simd::Exponential e[kPairs];
  for (; size - (from - input.data()) >= 2 * kPairs; from += 2 * kPairs, to += 2 * kPairs) {
    for (int p = 0; p < kPairs; ++p) y[p] = exponent(simd::load(from + 2 * p));
    simd::exponential(y, e, simd::exponential_table);
    for (int p = 0; p < kPairs; ++p) {
      simd::store(to + 2 * p, function(e[p], simd::load(from + 2 * p)));
    }
  }
  for (; from != input.data() + size; ++from, ++to) {
    const Pair x = simd::splat(*from);
    Pair last[1] = {exponent(x)};
    simd::Exponential of_last[1];
    simd::exponential(last, of_last, simd::exponential_table);
    *to = function(of_last[0], x)[0];
  }
}

/// output = function(first, second) for every element; `function` maps two simd::Pair to one.
template <typename Function>
inline void map_two(ConstView first, ConstView second, View output, Function function) {
  using simd::Pair;
  const Index size = output.size();
  const double* a = first.data();
  const double* b = second.data();
  double* to = output.data();
  Index i = 0;
  for (; i + 4 <= size; i += 4) {
    const Pair low = function(simd::load(a + i), simd::load(b + i));
    const Pair high = function(simd::load(a + i + 2), simd::load(b + i + 2));
    simd::store(to + i, low);
    simd::store(to + i + 2, high);
  }
  for (; i < size; ++i) to[i] = function(simd::splat(a[i]), simd::splat(b[i]))[0];
}

}  // namespace minifactory
