// Expected numbers of the housing data: NumPy 1.24.2, X.mean(0), X.std(0) and (X - X.mean(0)) /
// X.std(0).

#include "data/standard_scaler.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "boston.hpp"
#include "expect_error.hpp"
#include "printed.hpp"

namespace minifactory {
namespace {

Matrix matrix(std::initializer_list<std::initializer_list<double>> rows) { return Matrix(rows); }

TEST(StandardScaler, UsesThePopulationStandardDeviation) {
  const Matrix rows = matrix({{2, 10}, {4, 10}, {6, 40}});
  const StandardScaler scaler = StandardScaler::fit(view(rows));
  EXPECT_DOUBLE_EQ(scaler.mean()(0), 4.0);
  EXPECT_DOUBLE_EQ(scaler.mean()(1), 20.0);
  EXPECT_DOUBLE_EQ(scaler.standard_deviation()(0), std::sqrt(8.0 / 3.0));
  EXPECT_DOUBLE_EQ(scaler.standard_deviation()(1), std::sqrt(200.0));
}

TEST(StandardScaler, ScalesTheHousingDataAsNumpy) {
  const Matrix features = boston().features;
  const StandardScaler scaler = StandardScaler::fit(view(features));
  EXPECT_DOUBLE_EQ(scaler.mean()(0), 3.6135235573122535);
  EXPECT_DOUBLE_EQ(scaler.mean()(12), 12.653063241106723);
  EXPECT_DOUBLE_EQ(scaler.standard_deviation()(0), 8.593041351295769);
  EXPECT_DOUBLE_EQ(scaler.standard_deviation()(12), 7.134001636650485);

  const Matrix scaled = scaler.transform(view(features));
  EXPECT_DOUBLE_EQ(scaled(0, 0), -0.4197819386460084);
  EXPECT_DOUBLE_EQ(scaled(0, 4), -0.14421743255530006);
  EXPECT_DOUBLE_EQ(scaled(505, 12), -0.6690583327855452);
  for (Index j = 0; j < scaled.cols(); ++j) {
    EXPECT_NEAR(scaled.col(j).mean(), 0.0, 1e-13);
    EXPECT_NEAR(scaled.col(j).squaredNorm() / 506.0, 1.0, 1e-13);
  }
}

TEST(StandardScaler, TransformsOtherRowsByTheFittedColumns) {
  const Matrix rows = matrix({{0}, {2}});
  const Matrix others = matrix({{5}});
  EXPECT_EQ(StandardScaler::fit(view(rows)).transform(view(others)), matrix({{4}}));
}

TEST(StandardScaler, InverseUndoesTheTransform) {
  const Matrix features = boston().features;
  const StandardScaler scaler = StandardScaler::fit(view(features));
  const Matrix scaled = scaler.transform(view(features));
  for (Index j = 0; j < features.cols(); ++j) {
    const Vector raw = scaler.inverse(j, scaled.col(j));
    EXPECT_LT((raw - features.col(j)).cwiseAbs().maxCoeff(), 1e-12 * features.col(j).maxCoeff());
  }
}

TEST(StandardScaler, RejectsAConstantColumnByItsName) {
  // The mean of three 0.1 rounds, so the computed deviation is not exactly 0.
  const Matrix rows = matrix({{1, 0.1}, {2, 0.1}, {3, 0.1}});
  expect_error("CONSTANT_COLUMN", {"\"age\""}, [&] {
    StandardScaler::fit(view(rows), {"rm", "age"});
  });
  expect_error("CONSTANT_COLUMN", {"Column 1"}, [&] { StandardScaler::fit(view(rows)); });
}

TEST(StandardScaler, SetsAConstantColumnTo0WhereAsked) {
  const Matrix rows = matrix({{1, 0.1}, {2, 0.1}, {3, 0.1}});
  const StandardScaler scaler = StandardScaler::fit(view(rows), {}, ConstantColumns::kZero);
  EXPECT_EQ(scaler.standard_deviation()(1), 0.0);
  const Matrix others = matrix({{2, 0.1}, {2, 7.0}});
  EXPECT_EQ(scaler.transform(view(others)), Matrix::Zero(2, 2));
  EXPECT_DOUBLE_EQ(scaler.inverse(1, Vector::Constant(1, 3.0))(0), 0.1);
}

TEST(StandardScaler, TreatsASingleRowAsConstantColumns) {
  const Matrix row = matrix({{1, 2}});
  expect_error("CONSTANT_COLUMN", {"Column 0"}, [&] { StandardScaler::fit(view(row)); });
}

TEST(StandardScaler, RejectsRowsItCannotScale) {
  expect_error("TOO_FEW_ROWS", {"1 row"}, [] { StandardScaler::fit(view(Matrix(0, 3))); });
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const Matrix rows = matrix({{1, 2}, {2, nan}});
  expect_error("NOT_FINITE", {"\"tax\""}, [&] { StandardScaler::fit(view(rows), {"rad", "tax"}); });
}

TEST(StandardScaler, RejectsAnotherNumberOfColumns) {
  const Matrix rows = matrix({{1, 2}, {2, 3}});
  const StandardScaler scaler = StandardScaler::fit(view(rows));
  expect_error("SHAPE_MISMATCH", {"(4, 2)", "(4, 3)"},
               [&] { scaler.transform(view(Matrix::Zero(4, 3))); });
  expect_error("OUT_OF_RANGE", {"column 2"}, [&] { scaler.inverse(2, Vector::Zero(1)); });
  expect_error("OUT_OF_RANGE", {"column -1"}, [&] { scaler.inverse(-1, Vector::Zero(1)); });
}

}  // namespace
}  // namespace minifactory
