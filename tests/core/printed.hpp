#pragma once

// Numbers as the course prints them.

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <string>

namespace minifactory {

/// `value` rounded to so many decimals, as text.
inline std::string printed(double value, int decimals) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", decimals, value);
  return text;
}

/// |actual - expected| <= tolerance · |expected|
inline ::testing::AssertionResult is_relatively_near(double actual, double expected,
                                                     double tolerance = 1e-12) {
  const double error = std::abs(actual - expected);
  if (error <= tolerance * std::abs(expected)) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << printed(actual, 17) << " is off " << printed(expected, 17)
                                       << " by a relative " << error / std::abs(expected);
}

}  // namespace minifactory
