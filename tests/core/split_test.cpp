#include "data/split.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <numeric>

#include "boston.hpp"
#include "expect_error.hpp"
#include "numerics/random_state.hpp"
#include "printed.hpp"

namespace minifactory {
namespace {

using Rows = std::vector<std::int32_t>;

Rows joined(const Split& split) {
  Rows rows = split.test;
  rows.insert(rows.end(), split.validation.begin(), split.validation.end());
  rows.insert(rows.end(), split.training.begin(), split.training.end());
  return rows;
}

TEST(Split, OfTheHousingDataIsScikitLearns) {
  // NumPy 1.24.2: p = RandomState(80718).permutation(506); p[:6], p[152], p[505]
  const Split split = train_test_split(506, 0.3, 0.0, 80718);
  EXPECT_EQ(split.test.size(), 152U);
  EXPECT_EQ(split.training.size(), 354U);
  EXPECT_TRUE(split.validation.empty());
  EXPECT_EQ(Rows(split.test.begin(), split.test.begin() + 6), (Rows{203, 379, 451, 438, 11, 45}));
  EXPECT_EQ(split.training.front(), 4);
  EXPECT_EQ(split.training.back(), 23);
}

TEST(Split, GivesTheCoursesMeanTestTarget) {
  const Vector target = boston().target;
  double sum = 0.0;
  const Split split = train_test_split(506, 0.3, 0.0, 80718);
  for (const std::int32_t row : split.test) sum += target(row);
  EXPECT_EQ(printed(sum / 152.0, 4), "22.0776");
}

TEST(Split, DividesOnePermutation) {
  const Split split = train_test_split(100, 0.25, 0.155, 9);
  EXPECT_EQ(split.test.size(), 25U);
  EXPECT_EQ(split.validation.size(), 16U);
  EXPECT_EQ(split.training.size(), 59U);
  EXPECT_EQ(joined(split), RandomState(9).permutation(100));
}

TEST(Split, ValidationDoesNotChangeTheTestRows) {
  EXPECT_EQ(train_test_split(506, 0.3, 0.2, 42).test, train_test_split(506, 0.3, 0.0, 42).test);
}

TEST(Split, RoundsRowsUpInFloatingPointAsScikitLearn) {
  EXPECT_EQ(train_test_split(100, 0.07, 0.0, 1).test.size(), 8U);
  EXPECT_EQ(train_test_split(10, 0.1, 0.0, 1).test.size(), 1U);
  EXPECT_EQ(train_test_split(10, 0.25, 0.0, 1).test.size(), 3U);
  EXPECT_EQ(train_test_split(10, 1e-9, 1e-9, 1).test.size(), 1U);
  EXPECT_EQ(train_test_split(10, 1e-9, 1e-9, 1).validation.size(), 1U);
}

TEST(Split, LeavesAtLeastOneTrainingRow) {
  EXPECT_EQ(train_test_split(2, 0.5, 0.0, 1).training.size(), 1U);
  expect_error("TOO_FEW_ROWS", {"10 rows", "10 are for testing"},
               [] { train_test_split(10, 0.95, 0.0, 1); });
  expect_error("TOO_FEW_ROWS", {"10 rows", "5 are for testing", "5 for validation"},
               [] { train_test_split(10, 0.5, 0.5, 1); });
  expect_error("TOO_FEW_ROWS", {"1 rows"}, [] { train_test_split(1, 0.5, 0.0, 1); });
  expect_error("TOO_FEW_ROWS", {"0 rows"}, [] { train_test_split(0, 0.5, 0.0, 1); });
}

TEST(Split, RejectsInvalidFractions) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (const double fraction : {0.0, 1.0, -0.1, 1.1, nan}) {
    expect_error("OUT_OF_RANGE", {"test fraction"},
                 [&] { train_test_split(10, fraction, 0.0, 1); });
  }
  for (const double fraction : {1.0, -0.1, 1.1, nan}) {
    expect_error("OUT_OF_RANGE", {"validation fraction"},
                 [&] { train_test_split(10, 0.3, fraction, 1); });
  }
}

}  // namespace
}  // namespace minifactory
