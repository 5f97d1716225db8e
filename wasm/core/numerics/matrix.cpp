#include "numerics/matrix.hpp"

namespace minifactory {

// Not inline, which keeps the engine small: many places call them, but no training step does.

Matrix copy_of(ConstView numbers) { return numbers; }

Matrix zeros(Index rows, Index columns) { return Matrix::Zero(rows, columns); }

}  // namespace minifactory
