#pragma once

// Eigen, with its SSE paths switched on under Emscripten as well.
//
// Emscripten emulates the SSE intrinsics on WebAssembly's 128-bit vectors, and Eigen takes them when it sees
// __SSE4_1__. But it also writes x86 inline assembly wherever __GNUC__ is defined, which WebAssembly has not.
// So the standard headers Eigen needs come first, and __GNUC__ is hidden only while Eigen itself is read.

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <climits>
#include <cmath>
#include <complex>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <iosfwd>
#include <limits>
#include <sstream>
#include <string>
#include <type_traits>
#include <vector>

#ifdef __EMSCRIPTEN__
#include <emmintrin.h>
#include <pmmintrin.h>
#include <smmintrin.h>
#include <tmmintrin.h>
#include <xmmintrin.h>
#pragma push_macro("__GNUC__")
#undef __GNUC__
#endif

#include <Eigen/Core>
#include <Eigen/QR>

#ifdef __EMSCRIPTEN__
#pragma pop_macro("__GNUC__")
#endif
