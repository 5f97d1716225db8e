#pragma once

#include <cstdint>

#include "numerics/matrix.hpp"
#include "numerics/random_state.hpp"

namespace minifactory {

/// Standard normal numbers, the same for the same seed.
inline Matrix random_matrix(Index rows, Index columns, std::uint32_t seed) {
  Matrix matrix(rows, columns);
  RandomState(seed).fill_randn(writable(matrix));
  return matrix;
}

}  // namespace minifactory
