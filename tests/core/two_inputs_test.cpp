#include "functions/two_inputs.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "printed.hpp"

namespace minifactory {
namespace {

TEST(TwoInputs, SumPassesTheSlopeToBoth) {
  const TwoInputs pass = two_inputs(Combination::kSum, function_named("square"), 3.0, -5.0);
  EXPECT_EQ(pass.combined, -2.0);
  EXPECT_EQ(pass.value, 4.0);
  EXPECT_EQ(pass.s_by_a, -4.0);
  EXPECT_EQ(pass.a_by_x, 1.0);
  EXPECT_EQ(pass.a_by_y, 1.0);
  EXPECT_EQ(pass.s_by_x, -4.0);
  EXPECT_EQ(pass.s_by_y, -4.0);
}

TEST(TwoInputs, ProductSwapsTheInputsBackwards) {
  const TwoInputs pass = two_inputs(Combination::kProduct, function_named("square"), 3.0, -5.0);
  EXPECT_EQ(pass.combined, -15.0);
  EXPECT_EQ(pass.value, 225.0);
  EXPECT_EQ(pass.s_by_a, -30.0);
  EXPECT_EQ(pass.a_by_x, -5.0);
  EXPECT_EQ(pass.a_by_y, 3.0);
  EXPECT_EQ(pass.s_by_x, 150.0);
  EXPECT_EQ(pass.s_by_y, -90.0);
}

TEST(TwoInputs, PartialDerivativesAgreeWithNumericOnes) {
  for (const Combination combination : {Combination::kSum, Combination::kProduct}) {
    for (const std::string_view name : function_names()) {
      const Function& function = function_named(name);
      for (const auto& [x, y] :
           {std::pair{0.7, 1.1}, std::pair{-1.6, 0.9}, std::pair{-0.3, -2.0}}) {
        const auto value = [&, combination](double at_x, double at_y) {
          return two_inputs(combination, function, at_x, at_y).value;
        };
        const TwoInputs pass = two_inputs(combination, function, x, y);
        const double by_x =
            numeric_derivative([&, at_y = y](double at) { return value(at, at_y); }, x, 1e-5);
        const double by_y =
            numeric_derivative([&, at_x = x](double at) { return value(at_x, at); }, y, 1e-5);
        EXPECT_NEAR(by_x, pass.s_by_x, 1e-8 * std::max(1.0, std::abs(pass.s_by_x))) << name;
        EXPECT_NEAR(by_y, pass.s_by_y, 1e-8 * std::max(1.0, std::abs(pass.s_by_y))) << name;
      }
    }
  }
}

// The ledger: the lecture takes σ' by a central difference with step 0.001.
TEST(TwoInputs, SumGivesTheLecturesNumbers) {
  const Function& sigmoid = function_named("sigmoid");
  const auto value = [&](double x, double y) {
    return two_inputs(Combination::kSum, sigmoid, x, y).value;
  };
  const TwoInputs pass = two_inputs(Combination::kSum, sigmoid, 3.0, 4.0, kDefaultStep);
  EXPECT_TRUE(is_relatively_near(pass.value, 0.9990889488055994));
  EXPECT_TRUE(is_relatively_near(pass.s_by_x, 0.0009102213310852036));
  EXPECT_TRUE(is_relatively_near(pass.s_by_y, 0.0009102213310852036));
  EXPECT_TRUE(is_relatively_near(value(3.001, 4.0), 0.9990898585726491));
  EXPECT_TRUE(
      is_relatively_near(first_order_estimate(pass.value, pass.s_by_x, 0.001), 0.9990898590269305));
  EXPECT_TRUE(is_relatively_near(value(3.001, 4.001), 0.9990907674320407));
  EXPECT_TRUE(is_relatively_near(first_order_estimate(pass.value, pass.s_by_x + pass.s_by_y, 0.001),
                                 0.9990907692482616));
}

}  // namespace
}  // namespace minifactory
