#pragma once

// Two doubles at a time, as the 128-bit vectors of WebAssembly, x86 and ARM hold them. The
// compilers' own vector extension gives the same source, and so the same bits, on all of them.

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

// The smaller and the larger of value and limit, lane by lane; a NaN in value stays NaN.
// WebAssembly and x86 have an instruction for each, but their compilers do not use it for the
// comparison.
#if defined(__wasm_simd128__)
inline Pair at_most(Pair value, Pair limit) { return __builtin_wasm_pmin_f64x2(value, limit); }
inline Pair at_least(Pair value, Pair limit) { return __builtin_wasm_pmax_f64x2(value, limit); }
#elif defined(__SSE2__)
inline Pair at_most(Pair value, Pair limit) { return __builtin_ia32_minpd(limit, value); }
inline Pair at_least(Pair value, Pair limit) { return __builtin_ia32_maxpd(limit, value); }
#else
inline Pair at_most(Pair value, Pair limit) { return limit < value ? limit : value; }
inline Pair at_least(Pair value, Pair limit) { return limit > value ? limit : value; }
#endif

}  // namespace minifactory::simd
