#pragma once

#include "numerics/matrix.hpp"

namespace minifactory {

// The three matrix products of a dense layer: values forward, gradients of weights and inputs
// backward. The caller checks the shapes; the result must not overlap the factors. Nothing is
// allocated, and every element is summed in a fixed order.

/// left (n, k) · right (k, m) → result (n, m)
void multiply(ConstView left, ConstView right, View result);

/// leftᵀ · right: left (k, n), right (k, m) → result (n, m)
void multiply_transposed_left(ConstView left, ConstView right, View result);

/// left · rightᵀ: left (n, k), right (m, k) → result (n, m)
void multiply_transposed_right(ConstView left, ConstView right, View result);

}  // namespace minifactory
