#include "training/experiment.hpp"

#include <gtest/gtest.h>

#include "expect_error.hpp"
#include "shape_text.hpp"
#include "small_experiment.hpp"

namespace minifactory {
namespace {

constexpr RowSet kSets[] = {RowSet::kTraining, RowSet::kValidation, RowSet::kTest};

Matrix rows_of(const Matrix& table, const std::vector<std::int32_t>& rows) {
  Matrix chosen(static_cast<Index>(rows.size()), table.cols());
  for (Index i = 0; i < chosen.rows(); ++i)
    chosen.row(i) = table.row(rows[static_cast<std::size_t>(i)]);
  return chosen;
}

void train(SmallExperiment& small) {
  while (small.experiment.trainer().train_batches(1000) == TrainingStatus::kTraining) {
  }
}

ExperimentPlan with_validation() {
  ExperimentPlan plan = small_experiment_plan();
  plan.data.validation_fraction = 0.2;
  return plan;
}

/// The metrics of always predicting the mean target of the training rows.
Metrics baseline_metrics(Experiment& experiment, RowSet set) {
  return experiment.metrics(set, experiment.mean_predictions(set));
}

TEST(Experiment, SplitsTheTable) {
  SmallExperiment small(with_validation());
  const PreparedData& data = small.experiment.data();
  const Split split = train_test_split(60, 0.3, 0.2, 80718);
  EXPECT_EQ(data.rows(RowSet::kTraining), split.training);
  EXPECT_EQ(data.rows(RowSet::kValidation), split.validation);
  EXPECT_EQ(data.rows(RowSet::kTest), split.test);
  for (const RowSet set : kSets) {
    EXPECT_EQ(data.examples(set).targets, rows_of(small.table.targets, data.rows(set)));
    EXPECT_EQ(data.examples(set).features, rows_of(data.features(), data.rows(set)));
  }
}

TEST(Experiment, ScalesByAllRowsByTrainingRowsOrNotAtAll) {
  const Examples table = raw_table();
  const Split split = train_test_split(60, 0.3, 0.0, 80718);
  const Matrix training = rows_of(table.features, split.training);
  const std::pair<ScalerFit, Matrix> cases[] = {
      {ScalerFit::kAllRows,
       StandardScaler::fit(view(table.features)).transform(view(table.features))},
      {ScalerFit::kTrainingRows,
       StandardScaler::fit(view(training)).transform(view(table.features))},
      {ScalerFit::kNone, table.features}};
  for (const auto& [fit, expected] : cases) {
    ExperimentPlan plan = small_experiment_plan();
    plan.data.scaler_fit = fit;
    EXPECT_TRUE(same_bits(SmallExperiment(plan).experiment.data().features(), expected));
  }
}

TEST(Experiment, EvaluatesOnTheValidationRowsIfThereAreAny) {
  for (const ExperimentPlan& plan : {with_validation(), small_experiment_plan()}) {
    SmallExperiment small(plan);
    train(small);
    const bool has_validation = plan.data.validation_fraction > 0.0;
    const RowSet watched = has_validation ? RowSet::kValidation : RowSet::kTest;
    EXPECT_DOUBLE_EQ(small.experiment.trainer().evaluations().back().loss,
                     small.experiment.metrics(watched).mse);
  }
}

TEST(Experiment, RejectsMetricsOfAnEmptySet) {
  SmallExperiment small;
  EXPECT_TRUE(small.experiment.data().rows(RowSet::kValidation).empty());
  EXPECT_EQ(small.experiment.predictions(RowSet::kValidation).size(), 0);
  expect_error("TOO_FEW_ROWS", {"1 row"}, [&] { small.experiment.metrics(RowSet::kValidation); });
  expect_error("TOO_FEW_ROWS", {"1 row"},
               [&] { baseline_metrics(small.experiment, RowSet::kValidation); });
  expect_error("TOO_FEW_ROWS", {"no rows"}, [&] { small.experiment.loss(RowSet::kValidation); });
}

TEST(Experiment, PredictsForRawRowsAsForItsOwn) {
  for (const auto fit : {ScalerFit::kAllRows, ScalerFit::kTrainingRows, ScalerFit::kNone}) {
    ExperimentPlan plan = with_validation();
    plan.data.scaler_fit = fit;
    SmallExperiment small(plan);
    train(small);
    for (const RowSet set : kSets) {
      const Matrix raw = rows_of(small.table.features, small.experiment.data().rows(set));
      EXPECT_TRUE(
          same_bits(small.experiment.predict(view(raw)), small.experiment.predictions(set)));
    }
  }
}

TEST(Experiment, RejectsALossOfAnotherTask) {
  ExperimentPlan plan = small_experiment_plan();
  plan.loss = {"softmax-cross-entropy", {}};
  expect_error("WRONG_TASK", {"for classification", "choose the loss mean-squared-error"},
               [&] { SmallExperiment small(plan); });
}

TEST(Experiment, RejectsToPredictForOtherColumns) {
  SmallExperiment small;
  expect_error("SHAPE_MISMATCH", {"(2, 3)", "(2, 4)"},
               [&] { small.experiment.predict(view(Matrix::Zero(2, 4))); });
}

TEST(Experiment, ComputesTheMetricsOfItsPredictions) {
  SmallExperiment small;
  train(small);
  const Matrix predictions = small.experiment.predictions(RowSet::kTest);
  const Matrix& targets = small.experiment.data().examples(RowSet::kTest).targets;
  const Metrics metrics = small.experiment.metrics(RowSet::kTest);
  EXPECT_EQ(metrics.rows, 18);
  EXPECT_DOUBLE_EQ(metrics.mae, (predictions - targets).cwiseAbs().sum() / 18.0);
  EXPECT_DOUBLE_EQ(metrics.mse, (predictions - targets).squaredNorm() / 18.0);
}

TEST(Experiment, ReportsTheLossThatTrainingMinimises) {
  ExperimentPlan plan = with_validation();
  plan.loss = mean_squared_error("half-sum");  // the gradient is scaled, the loss stays the mean
  SmallExperiment small(plan);
  train(small);
  for (const RowSet set : kSets) {
    const Examples& examples = small.experiment.data().examples(set);
    const Matrix errors = small.experiment.predictions(set) - examples.targets;
    const double rows = static_cast<double>(errors.rows());
    EXPECT_DOUBLE_EQ(small.experiment.loss(set), errors.squaredNorm() / rows);
    const Matrix of_line = small.experiment.least_squares_predictions(set) - examples.targets;
    EXPECT_DOUBLE_EQ(small.experiment.loss(set, small.experiment.least_squares_predictions(set)),
                     of_line.squaredNorm() / rows);
  }
  EXPECT_EQ(small.experiment.trainer().evaluations().back().loss,
            small.experiment.loss(RowSet::kValidation));
}

TEST(Experiment, TakesTheMeanTargetOfTheTrainingRowsAsBaseline) {
  SmallExperiment small(with_validation());
  const double mean = small.experiment.data().examples(RowSet::kTraining).targets.mean();
  for (const RowSet set : kSets) {
    const Matrix& targets = small.experiment.data().examples(set).targets;
    EXPECT_DOUBLE_EQ(baseline_metrics(small.experiment, set).mae,
                     (targets.array() - mean).abs().sum() / static_cast<double>(targets.rows()));
  }
  EXPECT_NEAR(baseline_metrics(small.experiment, RowSet::kTraining).r2, 0.0, 1e-12);
}

TEST(Experiment, FitsLeastSquaresToTheTrainingRows) {
  SmallExperiment small;
  const Examples& training = small.experiment.data().examples(RowSet::kTraining);
  const LeastSquares& fit = small.experiment.least_squares();
  const Matrix residuals = training.targets - Matrix(fit.predict(view(training.features)));
  EXPECT_LT((training.features.transpose() * residuals).cwiseAbs().maxCoeff(), 1e-12);
  EXPECT_NEAR(residuals.sum(), 0.0, 1e-12);
  EXPECT_LT(
      small.experiment
          .metrics(RowSet::kTraining, small.experiment.least_squares_predictions(RowSet::kTraining))
          .mse,
      baseline_metrics(small.experiment, RowSet::kTraining).mse);
}

TEST(Experiment, ComputesThePartialDependenceOnAFeature) {
  SmallExperiment small;
  train(small);
  const PartialDependence dependence = small.experiment.partial_dependence(1, -1.5, 3.5, 40);
  ASSERT_EQ(dependence.scaled.size(), 40);
  EXPECT_EQ(dependence.scaled(0), -1.5);
  EXPECT_EQ(dependence.scaled(39), 3.5);
  EXPECT_NEAR(dependence.scaled(1) - dependence.scaled(0), 5.0 / 39.0, 1e-15);

  const Matrix& test = small.experiment.data().examples(RowSet::kTest).features;
  for (const Index step : {0, 17, 39}) {
    Matrix row = test.colwise().mean();
    row(0, 1) = dependence.scaled(step);
    EXPECT_TRUE(same_bits(dependence.predictions(step),
                          small.experiment.network().forward(view(row))(0, 0)));
    const double mean = small.table.features.col(1).mean();
    const double deviation =
        std::sqrt((small.table.features.col(1).array() - mean).square().mean());
    EXPECT_NEAR(dependence.raw(step), mean + deviation * dependence.scaled(step), 1e-12);
  }
}

TEST(Experiment, RejectsInvalidPartialDependences) {
  SmallExperiment small;
  for (const Index feature : {-1, 3}) {
    expect_error("OUT_OF_RANGE", {"feature " + std::to_string(feature), "3"},
                 [&] { small.experiment.partial_dependence(feature, 0, 1, 5); });
  }
  expect_error("OUT_OF_RANGE", {"2 steps", "not 1"},
               [&] { small.experiment.partial_dependence(0, 0, 1, 1); });
}

TEST(Experiment, ReturnsTheOutputOfEveryOperation) {
  SmallExperiment small;
  train(small);
  const std::vector<std::int32_t> rows = {59, 0, 0, 7};
  const std::vector<Matrix> outputs = small.experiment.activations(rows);
  ASSERT_EQ(outputs.size(), 6U);
  const std::vector<Matrix> parameters = parameters_of(small.experiment.network());
  const Matrix input = rows_of(small.experiment.data().features(), rows);
  const Matrix expected[] = {input * parameters[0],
                             outputs[0].rowwise() + parameters[1].row(0),
                             outputs[1].array().tanh(),
                             outputs[2] * parameters[2],
                             outputs[3].rowwise() + parameters[3].row(0),
                             outputs[4]};
  for (std::size_t i = 0; i < outputs.size(); ++i) {
    ASSERT_EQ(shape_text(outputs[i]), shape_text(expected[i]));
    EXPECT_LT((outputs[i] - expected[i]).cwiseAbs().maxCoeff(), 1e-13) << i;
  }
  EXPECT_TRUE(same_bits(outputs.back(),
                        small.experiment.predict(view(rows_of(small.table.features, rows)))));
}

TEST(Experiment, RejectsActivationsOfMissingRows) {
  SmallExperiment small;
  for (const std::int32_t row : {-1, 60}) {
    expect_error("OUT_OF_RANGE", {"row " + std::to_string(row), "60"}, [&] {
      small.experiment.activations({0, row});
    });
  }
}

TEST(Experiment, LookingDoesNotChangeTraining) {
  SmallExperiment looked_at, left_alone;
  train(left_alone);
  while (looked_at.experiment.trainer().train_batches(1) == TrainingStatus::kTraining) {
    looked_at.experiment.predictions(RowSet::kTest);
    looked_at.experiment.metrics(RowSet::kTraining);
    looked_at.experiment.activations({1, 2, 3});
    looked_at.experiment.partial_dependence(0, -1, 1, 7);
    looked_at.experiment.predict(view(looked_at.table.features));
    looked_at.experiment.capture();
  }
  EXPECT_EQ(looked_at.experiment.capture(), left_alone.experiment.capture());
}

TEST(Experiment, TakesASingleFeature) {
  Examples table = raw_table();
  table.features = Matrix(table.features.col(1));
  SmallExperiment small(with_validation(), table);
  train(small);
  EXPECT_EQ(small.experiment.network().parameters()[0]->value.rows(), 1);
  EXPECT_EQ(small.experiment.trainer().status(), TrainingStatus::kFinished);
  EXPECT_EQ(small.experiment.partial_dependence(0, -1, 1, 3).predictions.size(), 3);
}

TEST(Experiment, RejectsAConstantColumnByNameOrSetsItTo0) {
  Examples table = raw_table();
  table.features.col(1).setConstant(0.1);
  ExperimentPlan plan = small_experiment_plan();
  expect_error("CONSTANT_COLUMN", {"\"age\""}, [&] { SmallExperiment(plan, table); });

  plan.data.constant_columns = ConstantColumns::kZero;
  SmallExperiment small(plan, table);
  EXPECT_EQ(small.experiment.data().features().col(1), Vector::Zero(60));
  train(small);
  EXPECT_EQ(small.experiment.trainer().status(), TrainingStatus::kFinished);
  EXPECT_EQ(small.experiment.least_squares().rank, 2);
}

TEST(Experiment, RejectsAColumnConstantOnTheTrainingRowsOnlyIfTheyScale) {
  Examples table = raw_table();
  const Split split = train_test_split(60, 0.3, 0.0, 80718);
  for (const std::int32_t row : split.training) table.features(row, 2) = 5.0;
  ExperimentPlan plan = small_experiment_plan();
  plan.data.scaler_fit = ScalerFit::kTrainingRows;
  expect_error("CONSTANT_COLUMN", {"\"light\""}, [&] { SmallExperiment(plan, table); });
  plan.data.scaler_fit = ScalerFit::kAllRows;
  EXPECT_EQ(SmallExperiment(plan, table).experiment.least_squares().rank, 2);
}

TEST(Experiment, RejectsDataItCannotUse) {
  const ExperimentPlan plan = small_experiment_plan();
  Examples table = raw_table();
  table.targets(4) = std::nan("");
  expect_error("NOT_FINITE", {"finite"}, [&] { SmallExperiment(plan, table); });
  table = raw_table();
  table.features(4, 1) = std::numeric_limits<double>::infinity();
  expect_error("NOT_FINITE", {"finite"}, [&] { SmallExperiment(plan, table); });
  table = raw_table();
  table.targets = Matrix::Zero(59, 1);
  expect_error("SHAPE_MISMATCH", {"(60, 3)", "(59, 1)"}, [&] { SmallExperiment(plan, table); });
}

TEST(Experiment, RejectsLayersThatDoNotFitTheTarget) {
  ExperimentPlan plan = small_experiment_plan();
  plan.layers.back().settings.with_number("units", 2);
  expect_error("SHAPE_MISMATCH", {"1 unit", "not 2"}, [&] { SmallExperiment{plan}; });
  plan.layers.clear();
  expect_error("OUT_OF_RANGE", {"1 layer"}, [&] { SmallExperiment{plan}; });
}

TEST(Experiment, RejectsABatchLargerThanTheTrainingRows) {
  ExperimentPlan plan = small_experiment_plan();
  plan.training.batch_size = 43;
  expect_error("OUT_OF_RANGE", {"42 training rows", "not 43"}, [&] { SmallExperiment{plan}; });
}

}  // namespace
}  // namespace minifactory
