// Expected coefficients: NumPy 1.24.2, numpy.linalg.lstsq on centred columns.

#include "training/least_squares.hpp"

#include <gtest/gtest.h>

#include "boston.hpp"
#include "data/split.hpp"
#include "data/standard_scaler.hpp"
#include "expect_error.hpp"
#include "printed.hpp"
#include "training/metrics.hpp"

namespace minifactory {
namespace {

Matrix matrix(std::initializer_list<std::initializer_list<double>> rows) { return Matrix(rows); }

Vector vector(std::initializer_list<double> values) {
  Vector result(static_cast<Index>(values.size()));
  std::copy(values.begin(), values.end(), result.data());
  return result;
}

struct HousingFit {
  LeastSquares fit;
  Metrics test{};
};

/// As in the book: all rows are scaled together, 30 % of them are test rows.
HousingFit fit_housing(const Boston& data, std::uint32_t split_seed) {
  const Matrix scaled =
      StandardScaler::fit(view(data.features), data.names).transform(view(data.features));
  const Split split = train_test_split(506, 0.3, 0.0, split_seed);
  const Matrix training = rows_of(scaled, split.training);
  const Matrix test = rows_of(scaled, split.test);
  LeastSquares fit = LeastSquares::fit(view(training), rows_of(data.target, split.training));
  const Matrix predictions = fit.predict(view(test));
  const Matrix targets = rows_of(data.target, split.test);
  Metrics metrics = measure(view(predictions), view(targets));
  return {fit, metrics};
}

TEST(LeastSquares, GivesTheBooksErrors) {
  const HousingFit housing = fit_housing(boston_as_first_printed(), 80718);
  EXPECT_EQ(printed(housing.test.mae, 4), "3.5666");
  EXPECT_EQ(printed(housing.test.rmse, 4), "5.0482");
  EXPECT_EQ(printed(housing.test.target_mean, 4), "22.0776");
}

TEST(LeastSquares, GivesTheLecturesErrors) {
  const HousingFit housing = fit_housing(boston(), 42);
  EXPECT_TRUE(is_relatively_near(housing.test.mse, 21.517444231177276));
  EXPECT_TRUE(is_relatively_near(housing.test.r2, 0.7112260057484923));
}

TEST(LeastSquares, GivesNumpysCoefficients) {
  const LeastSquares fit = fit_housing(boston(), 42).fit;
  const Vector expected =
      vector({-1.1469141129770595, 0.8343260472084231, 0.3394069444918696, 0.7916361189986117,
              -1.784726999653383, 2.8478394858328184, -0.30429305867253775, -2.915625206156828,
              2.111400445863164, -1.4651995080952989, -1.9696346959069309, 1.0756777102275352,
              -3.903107269119377});
  EXPECT_EQ(fit.rank, 13);
  EXPECT_TRUE(is_relatively_near(fit.intercept, 22.50945471291039));
  EXPECT_LT((fit.coefficients - expected).cwiseAbs().maxCoeff(), 1e-13);
}

TEST(LeastSquares, FindsAPlaneExactly) {
  const Matrix features = matrix({{0, 0}, {1, 0}, {0, 1}, {2, 5}});
  const Vector targets = vector({3, 5, 2, 2});  // 3 + 2a - b
  const LeastSquares fit = LeastSquares::fit(view(features), targets);
  EXPECT_EQ(fit.rank, 2);
  EXPECT_NEAR(fit.intercept, 3.0, 1e-14);
  EXPECT_NEAR(fit.coefficients(0), 2.0, 1e-14);
  EXPECT_NEAR(fit.coefficients(1), -1.0, 1e-14);
  EXPECT_LT((fit.predict(view(features)) - targets).norm(), 1e-13);
}

TEST(LeastSquares, HasResidualsOrthogonalToEveryFeature) {
  const Boston data = boston();
  const LeastSquares fit = LeastSquares::fit(view(data.features), data.target);
  const Vector residuals = data.target - fit.predict(view(data.features));
  EXPECT_NEAR(residuals.sum() / data.target.sum(), 0.0, 1e-13);
  for (Index j = 0; j < 13; ++j) {
    const double cosine =
        residuals.dot(data.features.col(j)) / (residuals.norm() * data.features.col(j).norm());
    EXPECT_NEAR(cosine, 0.0, 1e-12) << data.names[static_cast<std::size_t>(j)];
  }
}

TEST(LeastSquares, ChoosesTheSmallestCoefficientsOfDependentFeatures) {
  // The third feature is the sum of the first two.
  const Matrix features = matrix({{1, 2, 3}, {2, 1, 3}, {4, -1, 3}, {0, 5, 5}, {3, 3, 6}});
  const LeastSquares fit = LeastSquares::fit(view(features), vector({1, 2, 4, 3, 7}));
  EXPECT_EQ(fit.rank, 2);
  EXPECT_NEAR(fit.coefficients(0), 1.080168776371308, 1e-13);
  EXPECT_NEAR(fit.coefficients(1), 0.14345991561181454, 1e-13);
  EXPECT_NEAR(fit.coefficients(2), 1.2236286919831216, 1e-13);
  EXPECT_NEAR(fit.intercept, -3.9417721518987316, 1e-13);
}

TEST(LeastSquares, AcceptsFewerRowsThanFeatures) {
  const Matrix features = matrix({{1, 2, 0, 1}, {0, 1, 3, 2}});
  const LeastSquares fit = LeastSquares::fit(view(features), vector({1, 3}));
  EXPECT_EQ(fit.rank, 1);
  EXPECT_NEAR(fit.coefficients(0), -1.0 / 6.0, 1e-14);
  EXPECT_NEAR(fit.coefficients(2), 0.5, 1e-14);
  EXPECT_NEAR(fit.intercept, 4.0 / 3.0, 1e-14);
}

TEST(LeastSquares, GivesConstantColumnsTheCoefficient0) {
  const Matrix features = matrix({{0.1}, {0.1}, {0.1}});
  const LeastSquares fit = LeastSquares::fit(view(features), vector({1, 2, 6}));
  EXPECT_EQ(fit.rank, 0);
  EXPECT_EQ(fit.coefficients(0), 0.0);
  EXPECT_EQ(fit.intercept, 3.0);
}

TEST(LeastSquares, RejectsShapesThatDoNotFitAndNamesBoth) {
  const Matrix features = matrix({{1, 2}, {2, 4}, {3, 7}});
  expect_error("SHAPE_MISMATCH", {"(3, 2)", "(4, 1)"},
               [&] { LeastSquares::fit(view(features), Vector::Zero(4)); });
  expect_error("TOO_FEW_ROWS", {"1 row"}, [] { LeastSquares::fit(view(Matrix(0, 2)), Vector(0)); });
  const LeastSquares fit = LeastSquares::fit(view(features), vector({1, 2, 3}));
  expect_error("SHAPE_MISMATCH", {"(5, 2)", "(5, 3)"},
               [&] { fit.predict(view(Matrix::Zero(5, 3))); });
}

}  // namespace
}  // namespace minifactory
