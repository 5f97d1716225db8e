#pragma once

#include <vector>

#include "functions/functions.hpp"
#include "numerics/matrix.hpp"

namespace minifactory {

/// ν(X, W) = X·W: X (n, k) · W (k, m) → N (n, m). For a row X and a column W it is their dot
/// product. Error SHAPE_MISMATCH.
Matrix multiply(const Matrix& x, const Matrix& w);

/// ∂L/∂X = ∂L/∂N · Wᵀ: (n, m) · (m, k) → (n, k). With ∂L/∂N = 1 it is the Wᵀ of a dot product.
/// Error SHAPE_MISMATCH.
Matrix multiply_gradient_x(const Matrix& loss_by_n, const Matrix& w);

/// ∂L/∂W = Xᵀ · ∂L/∂N: (k, n) · (n, m) → (k, m). With ∂L/∂N = 1 it is the Xᵀ of a dot product.
/// Error SHAPE_MISMATCH.
Matrix multiply_gradient_w(const Matrix& x, const Matrix& loss_by_n);

/// N = X·W, S = σ(N), L = Σ S: all values forward and all gradients backward. For a row X and a
/// column W, S has one element, L is that element, and the gradients are those of σ(X·W).
struct MatrixChain {
  Matrix n;           // (n, m)
  Matrix s;           // (n, m)
  double loss = 0.0;  // L, a number
  Matrix loss_by_s;   // ∂L/∂S: all ones, (n, m)
  Matrix s_by_n;      // ∂S/∂N = σ'(N), element by element, (n, m)
  Matrix loss_by_n;   // ∂L/∂S ∘ ∂S/∂N, (n, m)
  Matrix loss_by_x;   // ∂L/∂N · Wᵀ, (n, k)
  Matrix loss_by_w;   // Xᵀ · ∂L/∂N, (k, m)
};

/// X (n, k), W (k, m). With a step, σ' is a central difference. Errors: SHAPE_MISMATCH;
/// OUT_OF_RANGE as `numeric_derivative`.
MatrixChain matrix_chain(const Matrix& x, const Matrix& w, Step step = kExact);

/// L with X[row, column] replaced by `value`: the loss as a function of one element.
/// Errors: SHAPE_MISMATCH, OUT_OF_RANGE if X has no such element.
double loss_at_element(const Matrix& x, const Matrix& w, Index row, Index column, double value);

/// For each element of N, row by row, ∂N[i, j]/∂X: a matrix of X's shape (n, k) that is 0 except
/// for row i, which is column j of W. Their sum weighted by ∂L/∂N[i, j] is ∂L/∂X = ∂L/∂N · Wᵀ.
/// Error SHAPE_MISMATCH.
std::vector<Matrix> partial_matrices(const Matrix& x, const Matrix& w);

}  // namespace minifactory
