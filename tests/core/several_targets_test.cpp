// Experiments with several target columns. Each column gives the results that it gives alone.

#include <gtest/gtest.h>

#include "expect_error.hpp"
#include "small_experiment.hpp"

namespace minifactory {
namespace {

constexpr Index kOutputs = 3;

Examples table_of_three() {
  Examples table = raw_table();
  const Matrix noise = random_matrix(table.targets.rows(), 1, 5);
  Matrix targets(table.targets.rows(), kOutputs);
  targets << table.targets, 10.0 * noise, table.targets - 2.0 * noise;
  table.targets = targets;
  return table;
}

ExperimentPlan plan_for(Index outputs) {
  ExperimentPlan plan = small_experiment_plan();
  plan.layers = dense_layers({{4, "tanh"}, {outputs, "linear"}});
  return plan;
}

SmallExperiment alone(Index target) {
  Examples table = table_of_three();
  table.targets = column_of(view(table.targets), target);
  return SmallExperiment(plan_for(1), table);
}

TEST(SeveralTargets, HaveTheBaselinesOfEachAlone) {
  SmallExperiment all(plan_for(kOutputs), table_of_three());
  for (Index target = 0; target < kOutputs; ++target) {
    const SmallExperiment one = alone(target);
    const LeastSquares& fit = all.experiment.least_squares(target);
    EXPECT_TRUE(same_bits(fit.coefficients, one.experiment.least_squares().coefficients));
    EXPECT_TRUE(same_bits(fit.intercept, one.experiment.least_squares().intercept));
    for (const RowSet set : {RowSet::kTraining, RowSet::kTest, RowSet::kValidation}) {
      const Matrix means = all.experiment.mean_predictions(set);
      const Matrix lines = all.experiment.least_squares_predictions(set);
      EXPECT_TRUE(same_bits(column_of(view(means), target), one.experiment.mean_predictions(set)));
      EXPECT_TRUE(
          same_bits(column_of(view(lines), target), one.experiment.least_squares_predictions(set)));
    }
  }
}

TEST(SeveralTargets, HaveMetricsAndResponsesOfTheirOwn) {
  SmallExperiment small(plan_for(kOutputs), table_of_three());
  Experiment& experiment = small.experiment;
  experiment.trainer().train_batches(3);
  const Matrix predictions = experiment.predictions(RowSet::kTest);
  const Matrix& targets = experiment.data().examples(RowSet::kTest).targets;
  double sum = 0.0;
  for (Index target = 0; target < kOutputs; ++target) {
    const double mse = (predictions.col(target) - targets.col(target)).squaredNorm() / 18.0;
    EXPECT_DOUBLE_EQ(experiment.metrics(RowSet::kTest, target).mse, mse);
    sum += mse;
    const PartialDependence response = experiment.partial_dependence(0, -1.0, 1.0, 4, target);
    Matrix rows = experiment.data().examples(RowSet::kTest).features.colwise().mean();
    rows(0, 0) = -1.0;
    EXPECT_EQ(response.predictions(0), experiment.network().forward(view(rows))(0, target));
  }
  EXPECT_DOUBLE_EQ(experiment.loss(RowSet::kTest), sum);
}

TEST(SeveralTargets, HaveGradientsThatAgreeWithCentralDifferences) {
  SmallExperiment small(plan_for(kOutputs), table_of_three());
  GradientComparer comparer = small.experiment.gradient_comparer({3, 41, 7, 12});
  for (Index place = GradientComparer::kFeatures; place < 4; ++place) {
    const Index size = place == GradientComparer::kFeatures
                           ? 12
                           : small.experiment.network()
                                 .parameters()[static_cast<std::size_t>(place)]
                                 ->value.size();
    const GradientComparison comparison = comparer.compare(place, 0, size, 1e-5);
    ASSERT_EQ(comparison.analytic.size(), static_cast<std::size_t>(size));
    for (std::size_t i = 0; i < comparison.analytic.size(); ++i) {
      EXPECT_NEAR(comparison.analytic[i], comparison.numeric[i], 1e-5) << place;
    }
  }
}

TEST(SeveralTargets, AreCapturedAndRestored) {
  SmallExperiment first(plan_for(kOutputs), table_of_three());
  SmallExperiment second(plan_for(kOutputs), table_of_three());
  first.experiment.trainer().train_batches(4);
  second.experiment.restore(first.experiment.capture());
  first.experiment.trainer().train_batches(1);
  second.experiment.trainer().train_batches(1);
  EXPECT_TRUE(same_bits(parameters_of(first.experiment.network()),
                        parameters_of(second.experiment.network())));
}

TEST(SeveralTargets, AreCountedFrom0) {
  SmallExperiment small(plan_for(kOutputs), table_of_three());
  Experiment& experiment = small.experiment;
  for (const Index target : {Index{-1}, kOutputs}) {
    expect_error("OUT_OF_RANGE", {"target " + std::to_string(target), "there are 3"},
                 [&] { experiment.metrics(RowSet::kTest, target); });
    expect_error("OUT_OF_RANGE", {"target"}, [&] { experiment.least_squares(target); });
    expect_error("OUT_OF_RANGE", {"target"},
                 [&] { experiment.partial_dependence(0, 0.0, 1.0, 2, target); });
  }
  expect_error("SHAPE_MISMATCH", {"(18, 3)", "(18, 1)"},
               [&] { experiment.metrics(RowSet::kTest, Matrix::Zero(18, 1)); });
  expect_error("SHAPE_MISMATCH", {"at least 1 column", "(60, 0)"}, [] {
    Examples table = raw_table();
    table.targets.resize(60, 0);
    SmallExperiment none(plan_for(1), table);
  });
}

}  // namespace
}  // namespace minifactory
