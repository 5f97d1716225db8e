#include "functions/matrix_functions.hpp"

#include <gtest/gtest.h>

#include "expect_error.hpp"
#include "numerics/random_state.hpp"
#include "printed.hpp"

namespace minifactory {
namespace {

struct Inputs {
  Matrix x;
  Matrix w;
};

/// X, then W, drawn from one generator as in chapter 1.
Inputs draw(std::uint32_t seed, Index n, Index k, Index m) {
  Inputs inputs{Matrix(n, k), Matrix(k, m)};
  RandomState random(seed);
  random.fill_randn(View(inputs.x.data(), n, k));
  random.fill_randn(View(inputs.w.data(), k, m));
  return inputs;
}

Matrix matrix(std::initializer_list<std::initializer_list<double>> rows) { return Matrix(rows); }

TEST(Multiply, IsTheMatrixProduct) {
  const Matrix x = matrix({{1, 2, 3}, {4, 5, 6}});
  const Matrix w = matrix({{1, -1}, {0, 2}, {3, 1}});
  EXPECT_EQ(multiply(x, w), matrix({{10, 6}, {22, 12}}));
}

TEST(Multiply, GradientsOfADotProductAreTheTransposes) {
  const Matrix x = matrix({{1, 2, 3}});
  const Matrix w = matrix({{4}, {5}, {6}});
  const Matrix one = Matrix::Ones(1, 1);
  EXPECT_EQ(multiply(x, w), matrix({{32}}));
  EXPECT_EQ(multiply_gradient_x(one, w), Matrix(w.transpose()));
  EXPECT_EQ(multiply_gradient_w(x, one), Matrix(x.transpose()));
}

TEST(Multiply, RejectsShapesThatDoNotFitAndNamesBoth) {
  const Matrix a(2, 3);
  const Matrix b(4, 5);
  const std::vector<std::string_view> shapes{"(2, 3)", "(4, 5)"};
  expect_error("SHAPE_MISMATCH", shapes, [&] { multiply(a, b); });
  expect_error("SHAPE_MISMATCH", shapes, [&] { multiply_gradient_x(a, b); });
  expect_error("SHAPE_MISMATCH", shapes, [&] { multiply_gradient_w(a, b); });
  expect_error("SHAPE_MISMATCH", shapes, [&] { matrix_chain(a, b); });
  expect_error("SHAPE_MISMATCH", shapes, [&] { loss_at_element(a, b, 0, 0, 1.0); });
  expect_error("SHAPE_MISMATCH", shapes, [&] { partial_matrices(a, b); });
}

TEST(Multiply, ASumOfNoTermsIsZero) {
  EXPECT_EQ(multiply(Matrix(2, 0), Matrix(0, 3)), Matrix(Matrix::Zero(2, 3)));
  EXPECT_EQ(multiply_gradient_w(Matrix(0, 2), Matrix(0, 3)), Matrix(Matrix::Zero(2, 3)));
  EXPECT_EQ(multiply_gradient_x(Matrix(2, 0), Matrix(3, 0)), Matrix(Matrix::Zero(2, 3)));
}

TEST(PartialMatrices, OfAnXWithoutElementsAreNone) {
  EXPECT_TRUE(partial_matrices(Matrix(0, 2), Matrix(2, 3)).empty());
  // Neither has any element, so that any number of columns fits into memory.
  EXPECT_TRUE(partial_matrices(Matrix(3, 0), Matrix(0, Index{1} << 50)).empty());
}

TEST(MatrixChain, HasAllIntermediateValues) {
  const auto [x, w] = draw(7, 4, 3, 2);
  const MatrixChain chain = matrix_chain(x, w);
  EXPECT_EQ(chain.n, multiply(x, w));
  double sum = 0.0;
  for (Index i = 0; i < 4; ++i) {
    for (Index j = 0; j < 2; ++j) {
      EXPECT_EQ(chain.s(i, j), sigmoid(chain.n(i, j)));
      EXPECT_EQ(chain.s_by_n(i, j), sigmoid_derivative(chain.n(i, j)));
      EXPECT_EQ(chain.loss_by_n(i, j), chain.s_by_n(i, j));
      EXPECT_EQ(chain.loss_by_s(i, j), 1.0);
      sum += chain.s(i, j);
    }
  }
  EXPECT_DOUBLE_EQ(chain.loss, sum);
}

TEST(MatrixChain, GradientsAgreeWithNumericOnes) {
  for (const auto& [n, k, m] : {std::tuple{1, 3, 1}, std::tuple{3, 3, 2}, std::tuple{2, 5, 4}}) {
    const auto [x, w] = draw(21, n, k, m);
    const MatrixChain chain = matrix_chain(x, w);
    const auto loss = [](const Matrix& at_x, const Matrix& at_w) {
      return matrix_chain(at_x, at_w).loss;
    };
    for (Index i = 0; i < x.size(); ++i) {
      Matrix moved = x;
      const Matrix& fixed = w;
      const auto curve = [&](double value) {
        moved.data()[i] = value;
        return loss(moved, fixed);
      };
      EXPECT_NEAR(numeric_derivative(curve, x.data()[i], 1e-5), chain.loss_by_x.data()[i], 1e-9);
    }
    for (Index i = 0; i < w.size(); ++i) {
      Matrix moved = w;
      const Matrix& fixed = x;
      const auto curve = [&](double value) {
        moved.data()[i] = value;
        return loss(fixed, moved);
      };
      EXPECT_NEAR(numeric_derivative(curve, w.data()[i], 1e-5), chain.loss_by_w.data()[i], 1e-9);
    }
  }
}

TEST(LossAtElement, ReplacesOneElement) {
  const auto [x, w] = draw(5, 3, 3, 2);
  Matrix changed = x;
  changed(2, 1) = 4.0;
  EXPECT_EQ(loss_at_element(x, w, 2, 1, 4.0), matrix_chain(changed, w).loss);
  EXPECT_EQ(loss_at_element(x, w, 2, 1, x(2, 1)), matrix_chain(x, w).loss);
}

TEST(LossAtElement, RejectsAMissingElement) {
  const auto [x, w] = draw(5, 3, 2, 2);
  for (const auto& [row, column] : {std::pair{3, 0}, {0, 2}, {-1, 0}, {0, -1}}) {
    expect_error("OUT_OF_RANGE", {"(3, 2)", std::to_string(row), std::to_string(column)},
                 [&, x = x, w = w, i = row, j = column] { loss_at_element(x, w, i, j, 0.0); });
  }
}

TEST(PartialMatrices, HoldAColumnOfWInOneRow) {
  const Matrix x = Matrix::Zero(2, 3);
  const Matrix w = matrix({{1, 2}, {3, 4}, {5, 6}});
  const std::vector<Matrix> partials = partial_matrices(x, w);
  ASSERT_EQ(partials.size(), 4U);
  EXPECT_EQ(partials[0], matrix({{1, 3, 5}, {0, 0, 0}}));
  EXPECT_EQ(partials[1], matrix({{2, 4, 6}, {0, 0, 0}}));
  EXPECT_EQ(partials[2], matrix({{0, 0, 0}, {1, 3, 5}}));
  EXPECT_EQ(partials[3], matrix({{0, 0, 0}, {2, 4, 6}}));
}

TEST(PartialMatrices, WeightedByTheGradientOfNAddUpToThatOfX) {
  const auto [x, w] = draw(190204, 3, 3, 2);
  const MatrixChain chain = matrix_chain(x, w);
  const std::vector<Matrix> partials = partial_matrices(x, w);
  ASSERT_EQ(partials.size(), 6U);
  Matrix sum = Matrix::Zero(3, 3);
  for (std::size_t i = 0; i < partials.size(); ++i) sum += chain.loss_by_n.data()[i] * partials[i];
  EXPECT_LT((sum - chain.loss_by_x).cwiseAbs().maxCoeff(), 1e-15);
}

// The ledger: the course takes σ' by a central difference with step 0.001, and 8 decimals show it.
TEST(MatrixChain, OfVectorsGivesTheCoursesNumbers) {
  const auto [x, w] = draw(190203, 1, 3, 1);
  const MatrixChain chain = matrix_chain(x, w, kDefaultStep);
  EXPECT_EQ(printed(chain.loss, 8), "0.89779986");
  EXPECT_EQ(printed(chain.loss_by_x(0, 0), 8), "0.08516695");
  EXPECT_EQ(printed(chain.loss_by_x(0, 1), 8), "-0.05574581");
  EXPECT_EQ(printed(chain.loss_by_x(0, 2), 8), "-0.11206627");
  EXPECT_EQ(printed(loss_at_element(x, w, 0, 0, x(0, 0) + 0.001), 6), "0.897885");
  EXPECT_EQ(printed(first_order_estimate(chain.loss, chain.loss_by_x(0, 0), 0.001), 8),
            "0.89788503");
}

TEST(MatrixChain, OfMatricesGivesTheCoursesNumbers) {
  const auto [x, w] = draw(190204, 3, 3, 2);
  const MatrixChain chain = matrix_chain(x, w, kDefaultStep);
  EXPECT_EQ(printed(chain.loss, 4), "2.3755");
  EXPECT_EQ(printed(chain.loss_by_x(0, 0), 7), "0.2488887");
  EXPECT_EQ(printed(chain.loss_by_x(0, 1), 8), "-0.37478057");
  EXPECT_EQ(printed(chain.loss_by_x(0, 2), 8), "0.01121962");
  EXPECT_EQ(printed(chain.loss_by_x(1, 0), 8), "0.12604152");
  EXPECT_EQ(printed(chain.loss_by_x(1, 1), 8), "-0.27807404");
  EXPECT_EQ(printed(chain.loss_by_x(1, 2), 8), "-0.13945837");
  EXPECT_EQ(printed(chain.loss_by_x(2, 0), 8), "0.22992798");
  EXPECT_EQ(printed(chain.loss_by_x(2, 1), 8), "-0.36623443");
  EXPECT_EQ(printed(chain.loss_by_x(2, 2), 8), "-0.02252592");
  const double nudged = loss_at_element(x, w, 0, 0, x(0, 0) + 0.001);
  EXPECT_EQ(printed(forward_difference(chain.loss, nudged, 0.001), 4), "0.2489");
}

}  // namespace
}  // namespace minifactory
