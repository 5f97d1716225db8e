#include "training/metrics.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "expect_error.hpp"

namespace minifactory {
namespace {

Metrics of_columns(const Vector& predictions, const Vector& targets) {
  return measure({predictions.data(), predictions.size(), 1}, {targets.data(), targets.size(), 1});
}

TEST(Metrics, FollowTheirDefinitions) {
  const Vector predictions = Eigen::Vector4d(2, 5, 4, 7);
  const Vector targets = Eigen::Vector4d(1, 3, 5, 7);  // off by 1, 2, -1, 0; mean 4; Σ(y - 4)² = 20
  const Metrics metrics = of_columns(predictions, targets);
  EXPECT_EQ(metrics.rows, 4);
  EXPECT_DOUBLE_EQ(metrics.target_mean, 4.0);
  EXPECT_DOUBLE_EQ(metrics.mae, 1.0);
  EXPECT_DOUBLE_EQ(metrics.mse, 1.5);
  EXPECT_DOUBLE_EQ(metrics.rmse, std::sqrt(1.5));
  EXPECT_DOUBLE_EQ(metrics.relative_rmse, std::sqrt(1.5) / 4.0);
  EXPECT_DOUBLE_EQ(metrics.r2, 0.7);
}

TEST(Metrics, R2OfAlwaysPredictingTheMeanIs0) {
  const Vector targets = Eigen::Vector3d(1, 3, 5);
  EXPECT_DOUBLE_EQ(of_columns(Vector::Constant(3, 3.0), targets).r2, 0.0);
  EXPECT_DOUBLE_EQ(of_columns(targets, targets).r2, 1.0);
  EXPECT_LT(of_columns(Vector::Constant(3, 9.0), targets).r2, 0.0);
}

TEST(Metrics, R2OfEqualTargetsIsNaN) {
  // The mean of three 0.1 rounds, so the computed spread is not exactly 0.
  const Metrics metrics =
      of_columns(Vector(Eigen::Vector3d(0.1, 0.2, 0.3)), Vector::Constant(3, 0.1));
  EXPECT_TRUE(std::isnan(metrics.r2));
  EXPECT_NEAR(metrics.mae, 0.1, 1e-15);
}

TEST(Metrics, RelativeToAMeanOf0AreNotFinite) {
  const Vector targets = Eigen::Vector2d(-1, 1);
  EXPECT_FALSE(std::isfinite(of_columns(Vector::Zero(2), targets).relative_rmse));
}

TEST(Metrics, RejectShapesThatDoNotFitAndNameBoth) {
  expect_error("SHAPE_MISMATCH", {"(3, 1)", "(4, 1)"},
               [] { of_columns(Vector::Zero(3), Vector::Zero(4)); });
  const Matrix two_columns = Matrix::Zero(3, 2);
  expect_error("SHAPE_MISMATCH", {"(3, 2)"},
               [&] { measure(view(two_columns), view(two_columns)); });
  expect_error("SHAPE_MISMATCH", {"(3, 2)", "(3, 1)"},
               [&] { measure(view(two_columns), ConstView(two_columns.data(), 3, 1)); });
  expect_error("TOO_FEW_ROWS", {"1 row"}, [] { of_columns(Vector(0), Vector(0)); });
}

}  // namespace
}  // namespace minifactory
