#pragma once

// Two doubles at a time, as WebAssembly's 128-bit vectors and SSE hold them. The compilers' own
// vector extension gives the same source, and so the same bits, on both.

#include <cstdint>
#include <cstring>

namespace minifactory::simd {

using Pair = double __attribute__((vector_size(16)));
using PairBits = std::int64_t __attribute__((vector_size(16)));

inline Pair load(const double* from) {
  Pair pair;
  std::memcpy(&pair, from, sizeof pair);
  return pair;
}

inline void store(double* to, Pair pair) { std::memcpy(to, &pair, sizeof pair); }

inline Pair splat(double value) { return Pair{value, value}; }

// The smaller and the larger of value and limit, lane by lane; a NaN in value stays. One
// instruction each, which the compilers do not find in a plain comparison.
#ifdef __wasm_simd128__
inline Pair at_most(Pair value, Pair limit) { return __builtin_wasm_pmin_f64x2(value, limit); }
inline Pair at_least(Pair value, Pair limit) { return __builtin_wasm_pmax_f64x2(value, limit); }
#else
inline Pair at_most(Pair value, Pair limit) { return __builtin_ia32_minpd(limit, value); }
inline Pair at_least(Pair value, Pair limit) { return __builtin_ia32_maxpd(limit, value); }
#endif

}  // namespace minifactory::simd
