#include "losses/mean_squared_error.hpp"

#include <gtest/gtest.h>

#include "expect_error.hpp"
#include "random_matrix.hpp"
#include "same_bits.hpp"

namespace minifactory {
namespace {

Matrix gradient(GradientScale scale, const Matrix& predictions, const Matrix& targets) {
  MeanSquaredError loss(scale);
  loss.forward(view(predictions), view(targets));
  return loss.backward();
}

TEST(MeanSquaredError, IsTheSumOfSquaresOverTheRows) {
  MeanSquaredError loss;
  const Matrix predictions = (Matrix(2, 1) << 3, 5).finished();
  const Matrix targets = (Matrix(2, 1) << 1, 6).finished();
  EXPECT_EQ(loss.forward(view(predictions), view(targets)), 2.5);
  EXPECT_EQ(Matrix(loss.backward()), (Matrix(2, 1) << 2, -1).finished());
}

TEST(MeanSquaredError, IsTheMeanForEveryGradientScale) {
  const Matrix predictions = random_matrix(7, 1, 1);
  const Matrix targets = random_matrix(7, 1, 2);
  MeanSquaredError mean(GradientScale::kMean);
  for (const GradientScale scale : {GradientScale::kSum, GradientScale::kHalfSum}) {
    MeanSquaredError scaled(scale);
    EXPECT_EQ(scaled.forward(view(predictions), view(targets)),
              mean.forward(view(predictions), view(targets)));
  }
}

TEST(MeanSquaredError, ScalesItsGradientAsTheChaptersDo) {
  const Matrix predictions = random_matrix(7, 1, 1);
  const Matrix targets = random_matrix(7, 1, 2);
  const Matrix sum = gradient(GradientScale::kSum, predictions, targets);
  const Matrix half_sum = gradient(GradientScale::kHalfSum, predictions, targets);
  const Matrix mean = gradient(GradientScale::kMean, predictions, targets);
  EXPECT_TRUE(same_bits(half_sum, predictions - targets));
  EXPECT_TRUE(same_bits(half_sum, 0.5 * sum));
  EXPECT_LT((sum - 7.0 * mean).cwiseAbs().maxCoeff(), 1e-14);
}

TEST(MeanSquaredError, RejectsShapesThatDoNotFit) {
  MeanSquaredError loss;
  expect_error("SHAPE_MISMATCH", {"(3, 1)", "(4, 1)"},
               [&] { loss.forward(view(Matrix::Zero(3, 1)), view(Matrix::Zero(4, 1))); });
  expect_error("SHAPE_MISMATCH", {"(3, 2)", "(3, 1)"},
               [&] { loss.forward(view(Matrix::Zero(3, 2)), view(Matrix::Zero(3, 1))); });
  expect_error("TOO_FEW_ROWS", {"no rows"},
               [&] { loss.forward(view(Matrix(0, 1)), view(Matrix(0, 1))); });
  expect_error("NOT_READY", {"loss"}, [&] { loss.backward(); });
}

TEST(MeanSquaredError, KnowsItsGradientScalesByName) {
  EXPECT_EQ(gradient_scale_names(), (Names{"mean", "sum", "half-sum"}));
  EXPECT_EQ(gradient_scale_named("half-sum"), GradientScale::kHalfSum);
  expect_error("UNKNOWN_NAME", {"\"total\"", "half-sum"}, [] { gradient_scale_named("total"); });
}

}  // namespace
}  // namespace minifactory
