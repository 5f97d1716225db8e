#include "training/class_metrics.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "data/classes.hpp"
#include "expect_error.hpp"
#include "numerics/softmax.hpp"
#include "random_matrix.hpp"

namespace minifactory {
namespace {

using Classes = std::vector<std::int32_t>;

TEST(Classes, AreOneHotRows) {
  const Matrix rows = one_hot({2, 0, 1}, 3);
  EXPECT_EQ(rows, (Matrix(3, 3) << 0, 0, 1, 1, 0, 0, 0, 1, 0).finished());
  EXPECT_EQ(classes_of(view(rows)), (Classes{2, 0, 1}));
  expect_error("OUT_OF_RANGE", {"Row 1", "class 3", "there are 3"}, [] { one_hot({0, 3}, 3); });
  expect_error("OUT_OF_RANGE", {"class -1"}, [] { one_hot({-1}, 3); });
}

TEST(Classes, RejectRowsThatAreNotOneHot) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (const double other : {1.0, 0.5, -1.0, nan}) {
    Matrix rows = one_hot({0, 1}, 3);
    rows(1, 2) = other;
    expect_error("NOT_ONE_HOT", {"Row 1"}, [&] { classes_of(view(rows)); });
  }
  expect_error("NOT_ONE_HOT", {"Row 0"}, [] { classes_of(view(Matrix::Zero(1, 2))); });
  expect_error("NOT_ONE_HOT", {"Row 0"}, [] { classes_of(view(Matrix(2, 0))); });
}

TEST(Classes, ArePredictedByTheHighestScore) {
  const Matrix scores = (Matrix(3, 3) << 1, 3, 2, 5, 5, 0, -2, -1, -1).finished();
  EXPECT_EQ(highest_classes(view(scores)), (Classes{1, 0, 1})) << "the first of equal ones";
}

TEST(ClassMetrics, FollowTheirDefinitions) {
  // Actual 0 0 0 1 1 2, predicted 0 0 1 1 0 0.
  const Matrix targets = one_hot({0, 0, 0, 1, 1, 2}, 3);
  const Matrix scores = one_hot({0, 0, 1, 1, 0, 0}, 3) * 2.0;
  const ClassMetrics metrics = measure_classes(view(scores), view(targets));
  EXPECT_EQ(metrics.rows, 6);
  EXPECT_DOUBLE_EQ(metrics.accuracy, 0.5);
  EXPECT_EQ(metrics.confusion, (Matrix(3, 3) << 2, 1, 0, 1, 1, 0, 1, 0, 0).finished());
  EXPECT_DOUBLE_EQ(metrics.precision(0), 2.0 / 4.0);
  EXPECT_DOUBLE_EQ(metrics.precision(1), 1.0 / 2.0);
  EXPECT_TRUE(std::isnan(metrics.precision(2))) << "never predicted";
  EXPECT_DOUBLE_EQ(metrics.recall(0), 2.0 / 3.0);
  EXPECT_DOUBLE_EQ(metrics.recall(1), 1.0 / 2.0);
  EXPECT_DOUBLE_EQ(metrics.recall(2), 0.0);
  const double sum = std::exp(2.0) + 2.0;
  EXPECT_NEAR(metrics.cross_entropy, (3.0 * (std::log(sum) - 2.0) + 3.0 * std::log(sum)) / 6.0,
              1e-15);
}

TEST(ClassMetrics, HaveNoRecallForAClassWithoutRows) {
  const Matrix targets = one_hot({0, 0}, 2);
  const ClassMetrics metrics = measure_classes(view(targets), view(targets));
  EXPECT_TRUE(std::isnan(metrics.recall(1)));
  EXPECT_TRUE(std::isnan(metrics.precision(1)));
  EXPECT_EQ(metrics.accuracy, 1.0);
}

TEST(ClassMetrics, RejectShapesThatDoNotFit) {
  expect_error("SHAPE_MISMATCH", {"(2, 3)", "(2, 2)"},
               [] { measure_classes(view(Matrix::Zero(2, 3)), view(Matrix::Zero(2, 2))); });
  expect_error("TOO_FEW_ROWS", {"1 row"},
               [] { measure_classes(view(Matrix(0, 2)), view(Matrix(0, 2))); });
  expect_error("NOT_ONE_HOT", {"Row 0"},
               [] { measure_classes(view(Matrix::Zero(2, 2)), view(Matrix::Zero(2, 2))); });
  expect_error("TOO_FEW_ROWS", {"1 row"}, [] { frequency_scores(view(Matrix(0, 2))); });
}

TEST(FrequencyScores, PredictTheSharesAndTheMostFrequentClass) {
  const Matrix scores = frequency_scores(view(one_hot({1, 1, 0, 1}, 3)));
  Matrix shares(1, 3);
  softmax_rows(view(scores), writable(shares));
  EXPECT_NEAR(shares(0, 0), 0.25, 1e-15);
  EXPECT_NEAR(shares(0, 1), 0.75, 1e-15);
  EXPECT_LT(shares(0, 2), 1e-300);
  EXPECT_EQ(highest_classes(view(scores)), (Classes{1}));
  const Matrix seen = one_hot({0}, 3);
  EXPECT_NEAR(measure_classes(view(scores), view(seen)).cross_entropy, std::log(4.0), 1e-15);
  const Matrix unseen = one_hot({2}, 3);
  EXPECT_TRUE(std::isinf(measure_classes(view(scores), view(unseen)).cross_entropy));
}

}  // namespace
}  // namespace minifactory
