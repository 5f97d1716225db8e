#include "functions/functions.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "expect_error.hpp"
#include "printed.hpp"

namespace minifactory {
namespace {

TEST(Functions, AreFoundByName) {
  const Names expected{"square", "relu", "leaky-relu", "sigmoid", "tanh", "identity"};
  EXPECT_EQ(function_names(), expected);
  for (const std::string_view name : expected) EXPECT_EQ(function_named(name).name, name);
}

TEST(Functions, AnUnknownNameListsTheKnownOnes) {
  Names mentioned = function_names();
  mentioned.push_back("\"cube\"");
  expect_error("UNKNOWN_NAME", mentioned, [] { function_named("cube"); });
}

struct Point {
  const char* name;
  double x;
  double value;
  double derivative;
};

TEST(Functions, HaveTheirTextbookValues) {
  const Point points[] = {
      {"square", -3.0, 9.0, -6.0},
      {"relu", 2.5, 2.5, 1.0},
      {"relu", -2.5, 0.0, 0.0},
      {"leaky-relu", 2.5, 2.5, 1.0},
      {"leaky-relu", -2.5, -0.5, 0.2},
      {"sigmoid", 0.0, 0.5, 0.25},
      {"sigmoid", std::log(3.0), 0.75, 0.1875},
      {"tanh", 0.0, 0.0, 1.0},
      {"tanh", std::log(2.0), 0.6, 0.64},
      {"identity", -7.25, -7.25, 1.0},
  };
  for (const Point& point : points) {
    const Function& function = function_named(point.name);
    EXPECT_DOUBLE_EQ(function.value(point.x), point.value) << point.name;
    EXPECT_DOUBLE_EQ(function.derivative(point.x), point.derivative) << point.name;
  }
}

TEST(Functions, HaveTheLeftDerivativeAtKinks) {
  EXPECT_EQ(relu_derivative(0.0), 0.0);
  EXPECT_EQ(leaky_relu_derivative(0.0), 0.2);
}

TEST(Functions, SigmoidAndTanhReachTheirLimits) {
  EXPECT_EQ(sigmoid(800.0), 1.0);
  EXPECT_EQ(sigmoid(-800.0), 0.0);
  EXPECT_EQ(sigmoid_derivative(-800.0), 0.0);
  EXPECT_EQ(tanh(800.0), 1.0);
  EXPECT_EQ(tanh(-800.0), -1.0);
}

TEST(Functions, DerivativesAgreeWithNumericOnes) {
  // From -2.95 in steps of 0.1: never within a step of the kinks at 0.
  for (const std::string_view name : function_names()) {
    const Function& function = function_named(name);
    for (int i = 0; i < 60; ++i) {
      const double x = -2.95 + 0.1 * i;
      const double exact = function.derivative(x);
      EXPECT_NEAR(numeric_derivative(function.value, x, 1e-5), exact,
                  1e-8 * std::max(1.0, std::abs(exact)))
          << name << " at " << x;
    }
  }
}

TEST(NumericDerivative, OfSquareIsTheLectures) {
  EXPECT_TRUE(is_relatively_near(numeric_derivative(square, 2.0), 3.9999999999995595));
}

TEST(NumericDerivative, HasAnErrorProportionalToTheSquareOfItsStep) {
  // The central difference of x³ is exact except for the term Δ².
  const auto cube = [](double x) { return x * x * x; };
  EXPECT_NEAR(numeric_derivative(cube, 2.0, 0.5), 12.25, 1e-12);
  EXPECT_NEAR(numeric_derivative(cube, 2.0, 0.25), 12.0625, 1e-12);
}

TEST(NumericDerivative, RejectsInvalidSteps) {
  for (const double step : {0.0, -0.001, std::numeric_limits<double>::infinity(),
                            std::numeric_limits<double>::quiet_NaN()}) {
    expect_error("OUT_OF_RANGE", {"step", "above 0"},
                 [&] { numeric_derivative(square, 1.0, step); });
    expect_error("OUT_OF_RANGE", {"step", "above 0"}, [&] { forward_difference(1.0, 2.0, step); });
  }
}

TEST(ForwardDifference, IsTheSlopeOfTheNudge) {
  EXPECT_EQ(forward_difference(square(2.0), square(2.5), 0.5), 4.5);
}

TEST(Derivative, IsExactOrACentralDifference) {
  const Function& function = function_named("sigmoid");
  EXPECT_EQ(derivative(function, 1.5), sigmoid_derivative(1.5));
  EXPECT_EQ(derivative(function, 1.5, 0.25), numeric_derivative(sigmoid, 1.5, 0.25));
  EXPECT_NE(derivative(function, 1.5, 0.25), sigmoid_derivative(1.5));
}

TEST(FirstOrderEstimate, FollowsTheTangent) { EXPECT_EQ(first_order_estimate(4.0, 4.0, 0.5), 6.0); }

}  // namespace
}  // namespace minifactory
