#include "functions/chain.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "expect_error.hpp"
#include "printed.hpp"

namespace minifactory {
namespace {

const Chain& lecture_chain_of_two() {
  static const Chain chain({"square", "sigmoid"});
  return chain;
}

const Chain& lecture_chain_of_three() {
  static const Chain chain({"leaky-relu", "square", "sigmoid"});
  return chain;
}

TEST(Chain, HasTheValueAfterEachFunction) {
  const std::vector<double> values = lecture_chain_of_three().values(-5.0);
  ASSERT_EQ(values.size(), 3U);
  EXPECT_DOUBLE_EQ(values[0], -1.0);
  EXPECT_DOUBLE_EQ(values[1], 1.0);
  EXPECT_DOUBLE_EQ(values[2], sigmoid(1.0));
  EXPECT_EQ(lecture_chain_of_three()(-5.0), values[2]);
}

TEST(Chain, HasTheDerivativeOfEachFunctionAtItsInput) {
  const std::vector<double> factors = lecture_chain_of_three().factors(-5.0);
  ASSERT_EQ(factors.size(), 3U);
  EXPECT_DOUBLE_EQ(factors[0], 0.2);
  EXPECT_DOUBLE_EQ(factors[1], -2.0);
  EXPECT_DOUBLE_EQ(factors[2], sigmoid_derivative(1.0));
  EXPECT_DOUBLE_EQ(lecture_chain_of_three().derivative(-5.0), -0.4 * sigmoid_derivative(1.0));
}

TEST(Chain, OfOneIsThatFunction) {
  const Chain chain({"tanh"});
  EXPECT_EQ(chain(0.5), std::tanh(0.5));
  EXPECT_EQ(chain.derivative(0.5), tanh_derivative(0.5));
}

TEST(Chain, RuleAgreesWithNumericDerivativeForEveryOrderOfThree) {
  const Names names = function_names();
  for (const std::string_view first : names) {
    for (const std::string_view second : names) {
      for (const std::string_view third : names) {
        const Chain chain({std::string(first), std::string(second), std::string(third)});
        // Not 0, where the kinks of a first function lie; a later function meets its kink only
        // where the earlier ones are flat.
        for (const double x : {-2.3, -0.7, 0.4, 1.9}) {
          const double exact = chain.derivative(x);
          EXPECT_NEAR(chain.numeric_derivative(x, 1e-5), exact,
                      1e-8 * std::max(1.0, std::abs(exact)))
              << first << ", " << second << ", " << third << " at " << x;
        }
      }
    }
  }
}

TEST(Chain, MayBeLong) {
  const Chain chain(std::vector<std::string>(50, "tanh"));
  EXPECT_EQ(chain.values(0.8).size(), 50U);
  EXPECT_NEAR(chain.numeric_derivative(0.8, 1e-5), chain.derivative(0.8), 1e-10);
}

TEST(Chain, NeedsAFunction) {
  expect_error("EMPTY_CHAIN", {"at least 1"}, [] { Chain({}); });
  expect_error("UNKNOWN_NAME", {"sine", "tanh"}, [] { Chain({"square", "sine"}); });
}

// The ledger: the lecture takes each factor by a central difference with step 0.001.
TEST(Chain, OfTwoGivesTheLecturesNumbers) {
  const Chain& chain = lecture_chain_of_two();
  EXPECT_TRUE(is_relatively_near(chain(2.0), 0.9820137900379085));
  EXPECT_TRUE(is_relatively_near(chain.derivative(2.0, kDefaultStep), 0.0706508353807067));
  const double slope = chain.numeric_derivative(2.0, 0.0001);
  EXPECT_TRUE(is_relatively_near(slope, 0.07065082585744342));
  EXPECT_TRUE(is_relatively_near(chain(2.0001), 0.9820208539349344));
  EXPECT_TRUE(
      is_relatively_near(first_order_estimate(chain(2.0), slope, 0.0001), 0.9820208551204942));
}

TEST(Chain, OfThreeGivesTheLecturesNumbers) {
  const Chain& chain = lecture_chain_of_three();
  EXPECT_TRUE(is_relatively_near(chain(-4.0), 0.6547534606063192));
  const double slope = chain.derivative(-4.0, kDefaultStep);
  EXPECT_TRUE(is_relatively_near(slope, -0.07233643296206184));
  EXPECT_TRUE(is_relatively_near(chain(-3.9), 0.6475757341144874));
  EXPECT_TRUE(is_relatively_near(first_order_estimate(chain(-4.0), slope, 0.1), 0.647519817310113));
}

}  // namespace
}  // namespace minifactory
