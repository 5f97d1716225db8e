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

/// One-hot rows, each with a 1 at a random class, the same for the same seed.
inline Matrix random_one_hot(Index rows, Index classes, std::uint32_t seed) {
  const Matrix numbers = random_matrix(rows, classes, seed);
  Matrix targets = Matrix::Zero(rows, classes);
  for (Index row = 0; row < rows; ++row) {
    Index chosen = 0;
    numbers.row(row).maxCoeff(&chosen);
    targets(row, chosen) = 1.0;
  }
  return targets;
}

}  // namespace minifactory
