#include "whole_number.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "expect_error.hpp"

namespace minifactory {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

TEST(WholeNumber, IsTheNumberItself) {
  EXPECT_EQ(whole_number<int>(7.0, "It"), 7);
  EXPECT_EQ(whole_number<int>(-0.0, "It"), 0);
  EXPECT_EQ(whole_number<int>(-2147483648.0, "It"), -2147483647 - 1);
  EXPECT_EQ(whole_number<int>(2147483647.0, "It"), 2147483647);
  EXPECT_EQ(whole_number<std::uint32_t>(4294967295.0, "It"), 4294967295U);
  EXPECT_EQ(whole_number<std::int64_t>(9007199254740992.0, "It"), 9007199254740992);
}

TEST(WholeNumber, RejectsWhatTheTypeCannotHold) {
  for (const double number : {2147483648.0, -2147483649.0, 1e300, -1e300, kInfinity, -kInfinity,
                              std::nan(""), 0.5, 5e-324}) {
    expect_error("OUT_OF_RANGE", {"It must be a whole number from -2147483648 to 2147483647."},
                 [&] { whole_number<int>(number, "It"); });
  }
  expect_error("OUT_OF_RANGE", {"from 0 to 4294967295."},
               [] { whole_number<std::uint32_t>(-1.0, "A seed"); });
  expect_error("OUT_OF_RANGE", {"from 0 to 255."},
               [] { whole_number<std::uint8_t>(256.0, "A byte"); });
}

TEST(WholeNumber, RejectsWhatADoubleCannotHoldExactly) {
  for (const double number : {9007199254740994.0, 9223372036854775808.0, -9223372036854775808.0}) {
    expect_error("OUT_OF_RANGE", {"from -9007199254740992 to 9007199254740992."},
                 [&] { whole_number<std::int64_t>(number, "It"); });
  }
}

TEST(WholeNumber, RejectsWhatIsBelowTheLeast) {
  EXPECT_EQ(whole_number<int>(0.0, "A size", 0), 0);
  expect_error("OUT_OF_RANGE", {"A size", "from 0 to 2147483647."},
               [] { whole_number<int>(-1.0, "A size", 0); });
  EXPECT_EQ(whole_number_between(2.0, 2, 5, "It"), 2);
  EXPECT_EQ(whole_number_between(5.0, 2, 5, "It"), 5);
  expect_error("OUT_OF_RANGE", {"from 2 to 5."}, [] { whole_number_between(6.0, 2, 5, "It"); });
}

}  // namespace
}  // namespace minifactory
