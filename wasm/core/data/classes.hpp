#pragma once

#include <cstdint>
#include <vector>

#include "numerics/matrix.hpp"

namespace minifactory {

// Classes are numbered from 0. As targets of a network they are one-hot rows: a 1 at the class of
// the row, 0 elsewhere.

/// The class of each row → one-hot rows (rows, count). Error OUT_OF_RANGE for a class that is not
/// between 0 and count − 1.
Matrix one_hot(const std::vector<std::int32_t>& classes, Index count);

/// One-hot rows (rows, classes) → the class of each row. Error NOT_ONE_HOT, which names the first
/// row that is not one-hot.
std::vector<std::int32_t> classes_of(ConstView one_hot_rows);

/// Scores (rows, classes) → the class with the highest score of each row; the first of equal ones.
std::vector<std::int32_t> highest_classes(ConstView scores);

}  // namespace minifactory
