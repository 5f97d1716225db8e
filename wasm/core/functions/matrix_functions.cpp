#include "functions/matrix_functions.hpp"

#include <utility>

#include "error.hpp"

namespace minifactory {

namespace {

/// left · right. Lazy, because these matrices are small and Eigen's general kernel would make the
/// engine larger. A sum of no terms is 0: Eigen would point into factors that have no memory.
template <typename Left, typename Right>
Matrix product(const Left& left, const Right& right) {
  if (left.cols() == 0) return zeros(left.rows(), right.cols());
  return left.lazyProduct(right);
}

void check_shapes(bool fit, const char* what, const Matrix& left, const Matrix& right) {
  if (fit) return;
  throw Error("SHAPE_MISMATCH",
              {what, " do not fit: ", shape_of(left), " and ", shape_of(right), "."});
}

}  // namespace

Matrix multiply(const Matrix& x, const Matrix& w) {
  check_shapes(x.cols() == w.rows(), "X and W in X·W", x, w);
  return product(x, w);
}

Matrix multiply_gradient_x(const Matrix& loss_by_n, const Matrix& w) {
  check_shapes(loss_by_n.cols() == w.cols(), "∂L/∂N and W in ∂L/∂N·Wᵀ", loss_by_n, w);
  return product(loss_by_n, w.transpose());
}

Matrix multiply_gradient_w(const Matrix& x, const Matrix& loss_by_n) {
  check_shapes(x.rows() == loss_by_n.rows(), "X and ∂L/∂N in Xᵀ·∂L/∂N", x, loss_by_n);
  return product(x.transpose(), loss_by_n);
}

MatrixChain matrix_chain(const Matrix& x, const Matrix& w, Step step) {
  const Function& activation = function_named("sigmoid");
  MatrixChain chain;
  chain.n = multiply(x, w);
  chain.s = chain.n.unaryExpr(activation.value);
  chain.loss = chain.s.sum();

  chain.loss_by_s = Matrix::Ones(chain.s.rows(), chain.s.cols());
  chain.s_by_n = chain.n.unaryExpr([&](double at) { return derivative(activation, at, step); });
  chain.loss_by_n = chain.loss_by_s.cwiseProduct(chain.s_by_n);
  chain.loss_by_x = multiply_gradient_x(chain.loss_by_n, w);
  chain.loss_by_w = multiply_gradient_w(x, chain.loss_by_n);
  return chain;
}

double loss_at_element(const Matrix& x, const Matrix& w, Index row, Index column, double value) {
  if (row < 0 || row >= x.rows() || column < 0 || column >= x.cols()) {
    throw Error("OUT_OF_RANGE",
                {"X ", shape_of(x), " has no element in row ", row, ", column ", column, "."});
  }
  Matrix changed = x;
  changed(row, column) = value;
  const Matrix s = multiply(changed, w).unaryExpr(&sigmoid);
  return s.sum();
}

std::vector<Matrix> partial_matrices(const Matrix& x, const Matrix& w) {
  check_shapes(x.cols() == w.rows(), "X and W in X·W", x, w);
  std::vector<Matrix> partials;
  if (x.size() == 0) return partials;
  for (Index i = 0; i < x.rows(); ++i) {
    for (Index j = 0; j < w.cols(); ++j) {
      Matrix partial = Matrix::Zero(x.rows(), x.cols());
      partial.row(i) = w.col(j).transpose();
      partials.push_back(std::move(partial));
    }
  }
  return partials;
}

}  // namespace minifactory
