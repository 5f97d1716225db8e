#include "numerics/matrix.hpp"

namespace minifactory {

// Not inline: they are called in many places, none of which is in a hurry.

Matrix copy_of(ConstView numbers) { return numbers; }

Matrix zeros(Index rows, Index columns) { return Matrix::Zero(rows, columns); }

}  // namespace minifactory
