#include "numerics/exponential.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

namespace minifactory::simd {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

Exponential exponential_of(Pair x) {
  const Pair in[1] = {x};
  Exponential out[1];
  exponential(in, out, exponential_table);
  return out[0];
}

Pair exp_pair(Pair x) { return exponential_of(x).value(); }

double exp_of(double x) { return exp_pair(splat(x))[0]; }

/// How many doubles lie between two positive ones.
std::int64_t units_apart(double a, double b) {
  std::int64_t bits_a = 0;
  std::int64_t bits_b = 0;
  std::memcpy(&bits_a, &a, sizeof a);
  std::memcpy(&bits_b, &b, sizeof b);
  return std::abs(bits_a - bits_b);
}

TEST(Exponential, IsWithinTwoUnitsInTheLastPlace) {
  constexpr int kPoints = 1'000'000;
  std::int64_t farthest = 0;
  double at = 0.0;
  for (int i = 0; i <= kPoints; ++i) {
    const double x = -700.0 + 1400.0 * i / kPoints;
    const std::int64_t apart = units_apart(exp_of(x), std::exp(x));
    if (apart > farthest) {
      farthest = apart;
      at = x;
    }
  }
  EXPECT_LE(farthest, 2) << "at " << at;
}

TEST(Exponential, IsAccurateNear0) {
  for (double x = 1e-300; x < 0.3; x *= 7.0) {
    for (const double signed_x : {x, -x}) {
      const double minus_1 = exponential_of(splat(signed_x)).minus_1()[0];
      EXPECT_LE(units_apart(std::abs(minus_1), std::abs(std::expm1(signed_x))), 2) << signed_x;
    }
  }
  EXPECT_EQ(exp_of(0.0), 1.0);
}

TEST(Exponential, ClampsInputsBeyondItsLimit) {
  const double limit = exponential_table.limit;
  for (const double x : {limit + 1.0, 1e4, 1e300, kInfinity}) {
    EXPECT_EQ(exp_of(x), exp_of(limit));
    EXPECT_EQ(exp_of(-x), exp_of(-limit));
  }
  EXPECT_TRUE(std::isfinite(exp_of(limit)));
  EXPECT_GT(exp_of(-limit), 0.0);
}

TEST(Exponential, KeepsNaN) {
  EXPECT_TRUE(std::isnan(exp_of(std::numeric_limits<double>::quiet_NaN())));
}

TEST(Exponential, OfSeveralPairsIsThatOfEach) {
  const Pair in[3] = {{-3.25, 17.5}, {0.0, 1e-9}, {800.0, -800.0}};
  Exponential out[3];
  exponential(in, out, exponential_table);
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(out[i].value()[0], exp_of(in[i][0]));
    EXPECT_EQ(out[i].value()[1], exp_of(in[i][1]));
  }
}

TEST(Exponential, ComputesTheTwoLanesIndependently) {
  const Pair both_ways = exp_pair(Pair{-3.25, 17.5});
  EXPECT_EQ(both_ways[0], exp_of(-3.25));
  EXPECT_EQ(both_ways[1], exp_of(17.5));
  const Pair one_nan = exp_pair(Pair{std::nan(""), 2.0});
  EXPECT_TRUE(std::isnan(one_nan[0]));
  EXPECT_EQ(one_nan[1], exp_of(2.0));
}

TEST(Limits, ClampTheValueAndKeepNaN) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const double infinity = std::numeric_limits<double>::infinity();
  for (const double limit : {-2.0, 0.0, 3.0}) {
    for (const double value : {-infinity, -2.5, -0.0, 0.0, 2.5, infinity}) {
      EXPECT_EQ(at_most(splat(value), splat(limit))[0], std::min(value, limit));
      EXPECT_EQ(at_least(splat(value), splat(limit))[1], std::max(value, limit));
    }
    EXPECT_TRUE(std::isnan(at_most(splat(nan), splat(limit))[0]));
    EXPECT_TRUE(std::isnan(at_least(splat(nan), splat(limit))[0]));
  }
  EXPECT_EQ(at_most(Pair{1.0, nan}, splat(0.5))[0], 0.5) << "each lane by itself";
}

}  // namespace
}  // namespace minifactory::simd
