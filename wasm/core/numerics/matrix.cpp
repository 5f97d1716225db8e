#include "numerics/matrix.hpp"

namespace minifactory {

// Not inline, which keeps the engine small: many places call them, but no training step does.

Matrix copy_of(ConstView numbers) { return numbers; }

Matrix column_of(ConstView numbers, Index column) {
  if (numbers.rows() == 0) return {0, 1};  // Without memory, there is no column to point to.
  return numbers.col(column);
}

Matrix zeros(Index rows, Index columns) { return Matrix::Zero(rows, columns); }

}  // namespace minifactory
