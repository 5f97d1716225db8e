#pragma once

#include <cstdint>

#include "numerics/matrix.hpp"

namespace minifactory {

// Functions of the rows of a matrix. The caller checks the shapes; nothing is allocated.

/// matrix (n, m) + row (1, m), the same on every row → result (n, m)
void add_to_rows(ConstView matrix, ConstView row, View result);

/// Σ over the rows of matrix (n, m) → result (1, m)
void sum_of_rows(ConstView matrix, View result);

/// The chosen rows of matrix (n, m), one after the other → result (result.rows(), m)
void gather_rows(ConstView matrix, const std::int32_t* chosen, View result);

}  // namespace minifactory
