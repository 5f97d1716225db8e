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

TEST(StratifiedSplit, KeepsTheProportionsOfTheClasses) {
  Rows classes;
  for (std::int32_t row = 0; row < 100; ++row) classes.push_back(row < 60 ? 0 : row < 90 ? 1 : 2);
  const Split split = stratified_split(classes, 0.3, 0.1, 7);
  const auto counts = [&](const Rows& rows) {
    Rows found(3);
    for (const std::int32_t row : rows)
      ++found[static_cast<std::size_t>(classes[static_cast<std::size_t>(row)])];
    return found;
  };
  EXPECT_EQ(counts(split.test), (Rows{18, 9, 3}));
  EXPECT_EQ(counts(split.validation), (Rows{6, 3, 1}));
  EXPECT_EQ(counts(split.training), (Rows{36, 18, 6}));
  Rows all = joined(split);
  std::sort(all.begin(), all.end());
  for (std::int32_t row = 0; row < 100; ++row) EXPECT_EQ(all[static_cast<std::size_t>(row)], row);
  EXPECT_EQ(stratified_split(classes, 0.3, 0.1, 7).test, split.test);
  EXPECT_NE(stratified_split(classes, 0.3, 0.1, 8).test, split.test);
}

TEST(StratifiedSplit, OfOneClassIsThePlainOne) {
  const Split plain = train_test_split(40, 0.3, 0.2, 3);
  const Split split = stratified_split(Rows(40, 0), 0.3, 0.2, 3);
  EXPECT_EQ(split.test, plain.test);
  EXPECT_EQ(split.validation, plain.validation);
  EXPECT_EQ(split.training, plain.training);
}

TEST(StratifiedSplit, HasTheSizesOfThePlainOneWithClassesOfOneRow) {
  Rows classes(20);
  std::iota(classes.begin(), classes.end(), 0);
  const Split split = stratified_split(classes, 0.5, 0.4, 3);
  EXPECT_EQ(split.test.size(), 10U);
  EXPECT_EQ(split.validation.size(), 8U);
  EXPECT_EQ(split.training.size(), 2U);
}

TEST(StratifiedSplit, RejectsWhatCannotBeSplit) {
  expect_error("OUT_OF_RANGE", {"class -1"}, [] { stratified_split({0, -1, 0}, 0.3, 0.0, 1); });
  expect_error("OUT_OF_RANGE", {"test fraction"}, [] { stratified_split({0, 0}, 1.0, 0.0, 1); });
  expect_error("TOO_FEW_ROWS", {"none to train on"}, [] { stratified_split({0}, 0.5, 0.0, 1); });
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
