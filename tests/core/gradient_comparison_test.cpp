#include "training/gradient_comparison.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>

#include "expect_error.hpp"
#include "losses/mean_squared_error.hpp"
#include "small_experiment.hpp"

namespace minifactory {
namespace {

const std::vector<std::int32_t> kRows = {3, 41, 7, 12};
constexpr double kStep = 1e-5;

double worst(const GradientComparison& comparison) {
  double largest = 0.0;
  for (std::size_t i = 0; i < comparison.analytic.size(); ++i) {
    largest = std::max(largest, std::abs(comparison.analytic[i] - comparison.numeric[i]));
  }
  return largest;
}

GradientComparison compare_all(Experiment& experiment, Index place) {
  const Index size =
      place == GradientComparer::kFeatures
          ? static_cast<Index>(kRows.size()) * 3
          : experiment.network().parameters()[static_cast<std::size_t>(place)]->value.size();
  return experiment.gradient_comparer(kRows).compare(place, 0, size, kStep);
}

TEST(GradientComparison, AgreesForEveryParameterTheFeaturesAndEveryGradientScale) {
  for (const std::string_view scale : gradient_scale_names()) {
    ExperimentPlan plan = small_experiment_plan();
    plan.loss = mean_squared_error(scale);
    SmallExperiment small(plan);
    for (Index place = GradientComparer::kFeatures; place < 4; ++place) {
      const GradientComparison comparison = compare_all(small.experiment, place);
      EXPECT_GT(comparison.analytic.size(), 0U);
      EXPECT_LT(worst(comparison), 1e-6) << "place " << place;
    }
  }
}

TEST(GradientComparison, FindsTheSummedBiasGradient) {
  ExperimentPlan plan = small_experiment_plan();
  plan.layer_context.bias_gradient = BiasGradient::kSummedOverUnits;
  SmallExperiment small(plan);
  EXPECT_GT(worst(compare_all(small.experiment, 1)), 1e-2);
  EXPECT_LT(worst(compare_all(small.experiment, 0)), 1e-6);
}

TEST(GradientComparison, ComparesARangeOfElements) {
  SmallExperiment small;
  const GradientComparison all = compare_all(small.experiment, 0);
  const GradientComparison some = small.experiment.gradient_comparer(kRows).compare(0, 5, 3, kStep);
  EXPECT_EQ(some.numeric, std::vector<double>(all.numeric.begin() + 5, all.numeric.begin() + 8));
}

TEST(GradientComparison, RestoresTheParameters) {
  SmallExperiment small;
  const std::vector<std::uint8_t> before = small.experiment.capture();
  compare_all(small.experiment, 0);
  small.experiment.gradient_comparer(kRows).objective_around(0, 2, {-1.0, 0.0, 1.0});
  EXPECT_EQ(small.experiment.capture(), before);
}

TEST(GradientComparison, ComputesTheObjectiveAroundAnElement) {
  SmallExperiment small;
  GradientComparer comparer = small.experiment.gradient_comparer(kRows);
  const std::vector<double> curve = comparer.objective_around(0, 2, {-kStep, 0.0, kStep});
  EXPECT_DOUBLE_EQ(curve[1], small.experiment.trace(kRows).loss);
  EXPECT_DOUBLE_EQ((curve[2] - curve[0]) / (2.0 * kStep),
                   comparer.compare(0, 2, 1, kStep).numeric[0]);
}

TEST(GradientComparison, RejectsMissingElements) {
  SmallExperiment small;
  GradientComparer comparer = small.experiment.gradient_comparer(kRows);
  expect_error("OUT_OF_RANGE", {"4"}, [&] { comparer.compare(4, 0, 1, kStep); });
  expect_error("OUT_OF_RANGE", {"12"}, [&] { comparer.compare(0, 10, 3, kStep); });
  const Index smallest = std::numeric_limits<Index>::min();
  const std::string words = "0 elements from " + std::to_string(smallest) + " on";
  expect_error("OUT_OF_RANGE", {words}, [&] { comparer.compare(0, smallest, 0, kStep); });
  expect_error("OUT_OF_RANGE", {"step"}, [&] { comparer.compare(0, 0, 1, 0.0); });
}

}  // namespace
}  // namespace minifactory
