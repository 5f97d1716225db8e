#include "numerics/logarithm.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace minifactory::simd {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// The distance from the library's logarithm, in units in the last place of that.
double units_off(double x) {
  const double expected = std::log(x);
  const double unit = std::nextafter(std::abs(expected), kInfinity) - std::abs(expected);
  return std::abs(logarithm(x) - expected) / unit;
}

TEST(Logarithm, IsWithinTwoUnitsInTheLastPlace) {
  double farthest = 0.0;
  double at = 0.0;
  for (double x = 1e-300; x < 1e300; x *= 1.0007) {
    if (units_off(x) > farthest) {
      farthest = units_off(x);
      at = x;
    }
  }
  EXPECT_LE(farthest, 2.0) << "at " << at;
}

TEST(Logarithm, IsAccurateNear1) {
  for (double distance = 1e-15; distance < 0.3; distance *= 3.0) {
    EXPECT_LE(units_off(1.0 + distance), 2.0) << distance;
    EXPECT_LE(units_off(1.0 - distance), 2.0) << distance;
  }
  EXPECT_EQ(logarithm(1.0), 0.0);
}

TEST(Logarithm, TakesEveryNumber) {
  EXPECT_EQ(logarithm(0.0), -kInfinity);
  EXPECT_EQ(logarithm(kInfinity), kInfinity);
  EXPECT_TRUE(std::isnan(logarithm(-1.0)));
  EXPECT_TRUE(std::isnan(logarithm(std::numeric_limits<double>::quiet_NaN())));
  const double smallest = std::numeric_limits<double>::denorm_min();
  EXPECT_DOUBLE_EQ(logarithm(smallest), std::log(smallest));
}

}  // namespace
}  // namespace minifactory::simd
