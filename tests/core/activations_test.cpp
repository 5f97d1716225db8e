#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "expect_error.hpp"
#include "functions/functions.hpp"
#include "operations/registry.hpp"
#include "random_matrix.hpp"
#include "same_bits.hpp"

namespace minifactory {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

Matrix forward(std::string_view name, const Matrix& input) {
  return make_activation(name)->forward(view(input));
}

double value(std::string_view name, double x) {
  return forward(name, Matrix::Constant(1, 1, x))(0, 0);
}

/// ∂output/∂input at x.
double slope(std::string_view name, double x) {
  const Matrix input = Matrix::Constant(1, 1, x);
  const std::unique_ptr<Operation> activation = make_activation(name);
  activation->forward(view(input));
  return activation->backward(view(Matrix::Ones(1, 1)))(0, 0);
}

/// From -range to range.
Matrix points(double range) {
  constexpr Index kPoints = 200'001;
  return Vector::LinSpaced(kPoints, -range, range).transpose();
}

/// The largest |actual / expected - 1|, against arithmetic with more digits.
template <typename Reference>
double relative_error(const Matrix& input, const Matrix& actual, Reference reference) {
  double worst = 0.0;
  for (Index i = 0; i < input.size(); ++i) {
    const long double expected = reference(static_cast<long double>(input(i)));
    if (expected == 0.0L) {
      if (actual(i) != 0.0) return kInfinity;
      continue;
    }
    const auto error = static_cast<double>(std::abs(actual(i) / expected - 1.0L));
    if (!(error <= worst)) worst = error;
  }
  return worst;
}

constexpr double kUnit = std::numeric_limits<double>::epsilon();

TEST(Sigmoid, IsRightToAFewUnitsInTheLastPlace) {
  const auto reference = [](long double x) { return 1.0L / (1.0L + std::exp(-x)); };
  for (const double range : {1.0, 40.0, 700.0}) {
    const Matrix x = points(range);
    EXPECT_LE(relative_error(x, forward("sigmoid", x), reference), 3 * kUnit) << range;
  }
}

TEST(Sigmoid, ReachesItsLimits0And1) {
  EXPECT_EQ(value("sigmoid", 0.0), 0.5);
  EXPECT_EQ(value("sigmoid", 40.0), 1.0);
  EXPECT_EQ(value("sigmoid", kInfinity), 1.0);
  EXPECT_GE(value("sigmoid", -kInfinity), 0.0);
  EXPECT_LT(value("sigmoid", -kInfinity), 1e-307);
  EXPECT_LT(value("sigmoid", -1e10), 1e-307);
  EXPECT_TRUE(std::isnan(value("sigmoid", kNaN)));
}

TEST(Tanh, IsRightToAFewUnitsInTheLastPlace) {
  const auto reference = [](long double x) { return std::tanh(x); };
  for (const double range : {1e-9, 0.01, 1.0, 25.0, 700.0}) {
    const Matrix x = points(range);
    EXPECT_LE(relative_error(x, forward("tanh", x), reference), 4 * kUnit) << range;
  }
}

TEST(Tanh, IsAccurateNear0) {
  EXPECT_EQ(value("tanh", 0.0), 0.0);
  for (double x = 1e-310; x < 1e-9; x *= 1000.0) {
    EXPECT_DOUBLE_EQ(value("tanh", x), x);
    EXPECT_DOUBLE_EQ(value("tanh", -x), -x);
  }
}

TEST(Tanh, ReachesItsLimitsMinus1And1) {
  for (const double x : {25.0, 400.0, 1e300, kInfinity}) {
    EXPECT_EQ(value("tanh", x), 1.0);
    EXPECT_EQ(value("tanh", -x), -1.0);
  }
  EXPECT_TRUE(std::isnan(value("tanh", kNaN)));
}

TEST(Softplus, IsRightToAFewUnitsInTheLastPlace) {
  const auto reference = [](long double x) {
    return std::max(x, 0.0L) + std::log1p(std::exp(-std::abs(x)));
  };
  for (const double range : {1e-9, 1.0, 40.0, 700.0}) {
    const Matrix x = points(range);
    EXPECT_LE(relative_error(x, forward("softplus", x), reference), 3 * kUnit) << range;
  }
}

TEST(Softplus, NeitherOverflowsNorVanishes) {
  EXPECT_EQ(value("softplus", 1e300), 1e300);
  EXPECT_EQ(value("softplus", kInfinity), kInfinity);
  EXPECT_GT(value("softplus", -700.0), 0.0);
  EXPECT_LT(value("softplus", -kInfinity), 1e-307);
  EXPECT_TRUE(std::isnan(value("softplus", kNaN)));
}

TEST(Softplus, HasTheSigmoidAsItsSlope) {
  for (const double x : {-700.0, -30.0, -1.0, -1e-9, 0.0, 0.5, 20.0, 700.0, kInfinity}) {
    const double sigmoid = value("sigmoid", x);
    EXPECT_NEAR(slope("softplus", x), sigmoid, 4 * kUnit * sigmoid) << x;
  }
}

TEST(ELU, IsRightToAFewUnitsInTheLastPlace) {
  const auto reference = [](long double x) { return x > 0.0L ? x : std::expm1(x); };
  for (const double range : {1e-9, 1.0, 40.0, 700.0}) {
    const Matrix x = points(range);
    EXPECT_LE(relative_error(x, forward("elu", x), reference), 3 * kUnit) << range;
  }
}

TEST(ELU, EndsAtMinus1AndPassesTheRestOn) {
  EXPECT_EQ(value("elu", -kInfinity), -1.0);
  EXPECT_EQ(value("elu", -1e300), -1.0);
  EXPECT_EQ(value("elu", 1e300), 1e300);
  EXPECT_EQ(value("elu", kInfinity), kInfinity);
  EXPECT_TRUE(std::isnan(value("elu", kNaN)));
  EXPECT_EQ(slope("elu", 0.0), 1.0);
  EXPECT_EQ(slope("elu", 700.0), 1.0);
  EXPECT_NEAR(slope("elu", -1.0), std::exp(-1.0), kUnit);
}

TEST(Activations, OfSeveralNumbersAreThoseOfEach) {
  for (const std::string_view name : activation_names()) {
    for (Index size = 1; size <= 19; ++size) {
      const Matrix input = random_matrix(1, size, 3);
      const Matrix output = forward(name, input);
      for (Index i = 0; i < size; ++i) {
        EXPECT_TRUE(same_bits(output(i), value(name, input(i)))) << name << " " << i << "/" << size;
      }
    }
  }
}

TEST(Activations, AreTheFunctionsOfChapter1) {
  const std::pair<const char*, const char*> pairs[] = {{"sigmoid", "sigmoid"},
                                                       {"tanh", "tanh"},
                                                       {"linear", "identity"},
                                                       {"relu", "relu"},
                                                       {"leaky-relu", "leaky-relu"}};
  for (const auto& [activation, function_name] : pairs) {
    const Function& function = function_named(function_name);
    for (double x = -6.0; x <= 6.0; x += 0.125) {
      EXPECT_NEAR(value(activation, x), function.value(x), 2 * kUnit) << activation << " " << x;
      EXPECT_NEAR(slope(activation, x), function.derivative(x), 2 * kUnit)
          << activation << " " << x;
    }
  }
}

TEST(ReLU, Is0ForNegativeInputs) {
  for (const double x : {-1e-300, -1.0, -1e300, -kInfinity}) {
    EXPECT_TRUE(same_bits(value("relu", x), 0.0)) << x;
    EXPECT_TRUE(same_bits(slope("relu", x), 0.0)) << x;
  }
  EXPECT_EQ(value("relu", kInfinity), kInfinity);
  EXPECT_TRUE(std::isnan(value("relu", kNaN)));
}

TEST(LeakyReLU, MultipliesNegativeInputsByAFifth) {
  EXPECT_EQ(value("leaky-relu", -5.0), -1.0);
  EXPECT_EQ(value("leaky-relu", 5.0), 5.0);
  EXPECT_EQ(slope("leaky-relu", -5.0), 0.2);
  EXPECT_EQ(value("leaky-relu", -kInfinity), -kInfinity);
  EXPECT_TRUE(std::isnan(value("leaky-relu", kNaN)));
}

TEST(Activations, HaveTheLeftDerivativeAt0) {
  EXPECT_EQ(slope("relu", 0.0), 0.0);
  EXPECT_EQ(slope("leaky-relu", 0.0), 0.2);
}

TEST(Activations, AreTheOperationsWithThatRole) {
  const Names names = activation_names();
  ASSERT_GE(names.size(), 5U);
  EXPECT_EQ(Names(names.begin(), names.begin() + 5),
            (Names{"sigmoid", "linear", "tanh", "relu", "leaky-relu"}));
  for (const std::string_view name : names) {
    EXPECT_EQ(make_activation(name)->role(), Role::kActivation);
  }
  expect_error("UNKNOWN_NAME", {"\"no-such\"", "sigmoid", "leaky-relu"},
               [] { make_activation("no-such"); });
}

}  // namespace
}  // namespace minifactory
