#include "training/trainer.hpp"

#include <gtest/gtest.h>

#include "expect_error.hpp"
#include "training_fixture.hpp"

namespace minifactory {
namespace {

using Points = std::vector<std::pair<Index, Index>>;

/// Epoch and batch of each evaluation.
Points schedule(const Trainer& trainer) {
  Points points;
  for (const Evaluation& evaluation : trainer.evaluations()) {
    points.emplace_back(evaluation.epoch, evaluation.batch);
  }
  return points;
}

TEST(Trainer, GivesTheSameBitsForAnyNumberOfBatchesAtOnce) {
  Training one_by_one, in_one_go, mixed;
  while (one_by_one.trainer.status() == TrainingStatus::kTraining) one_by_one.run(1);
  in_one_go.run_to_end();
  for (Index count = 1; mixed.trainer.status() == TrainingStatus::kTraining; ++count) {
    mixed.trainer.train_batches(count % 5);
  }
  for (const Training* other : {&in_one_go, &mixed}) {
    EXPECT_TRUE(same_bits(other->parameters(), one_by_one.parameters()));
    EXPECT_EQ(other->trainer.evaluations(), one_by_one.trainer.evaluations());
    EXPECT_EQ(other->trainer.batch(), 42);
    EXPECT_TRUE(same_bits(other->trainer.epoch_loss(), one_by_one.trainer.epoch_loss()));
  }
}

TEST(Trainer, ReturnsAtTheEndOfAnEpochAfterAnEvaluationAndAtTheEnd) {
  TrainingPlan plan = small_plan();
  plan.evaluate_every = {5, TimeUnit::kBatches};
  plan.stop_after = {16, TimeUnit::kBatches};
  Training training(plan);
  std::vector<Index> stops;
  while (training.trainer.train_batches(100) == TrainingStatus::kTraining) {
    stops.push_back(training.trainer.batch());
  }
  EXPECT_EQ(stops, (std::vector<Index>{5, 7, 10, 14, 15}));
  EXPECT_EQ(training.trainer.batch(), 16);
  EXPECT_EQ(training.trainer.status(), TrainingStatus::kFinished);
}

TEST(Trainer, TrainsTheRequestedBatchesIfNothingEnds) {
  Training training;
  training.trainer.train_batches(3);
  EXPECT_EQ(training.trainer.batch(), 3);
  training.trainer.train_batches(0);
  EXPECT_EQ(training.trainer.batch(), 3);
  EXPECT_EQ(training.trainer.epoch(), 0);
}

TEST(Trainer, DoesNothingAfterItsEnd) {
  Training training;
  training.run_to_end();
  const std::vector<Matrix> parameters = training.parameters();
  EXPECT_EQ(training.trainer.train_batches(10), TrainingStatus::kFinished);
  EXPECT_TRUE(same_bits(training.parameters(), parameters));
  EXPECT_EQ(training.trainer.batch(), 42);
}

TEST(Trainer, EvaluatesByEpochs) {
  Training training;
  training.run_to_end();
  EXPECT_EQ(schedule(training.trainer), (Points{{2, 14}, {4, 28}, {6, 42}}));
  EXPECT_EQ(training.trainer.epoch(), 6);
}

TEST(Trainer, EvaluatesByBatches) {
  TrainingPlan plan = small_plan();
  plan.evaluate_every = {10, TimeUnit::kBatches};
  plan.stop_after = {35, TimeUnit::kBatches};
  Training training(plan);
  training.run_to_end();
  EXPECT_EQ(schedule(training.trainer), (Points{{1, 10}, {2, 20}, {4, 30}}));
}

TEST(Trainer, EvaluatesTheLossOnTheWatchedRows) {
  Training training;
  while (training.trainer.evaluations().empty()) training.run(1);
  const Matrix predictions = training.network.forward(view(training.watched.features));
  EXPECT_DOUBLE_EQ(training.trainer.evaluations()[0].loss,
                   (predictions - training.watched.targets).squaredNorm() / 20.0);
}

TEST(Trainer, EvaluationsDoNotChangeTraining) {
  TrainingPlan seldom = small_plan();
  seldom.evaluate_every = {100, TimeUnit::kEpochs};
  TrainingPlan often = small_plan();
  often.evaluate_every = {1, TimeUnit::kBatches};
  Training first(seldom), second(often);
  first.run_to_end();
  second.run_to_end();
  EXPECT_EQ(first.trainer.evaluations().size(), 0U);
  EXPECT_EQ(second.trainer.evaluations().size(), 42U);
  EXPECT_TRUE(same_bits(first.parameters(), second.parameters()));
}

TEST(Trainer, ReportsTheLossOfABatchBeforeItsUpdate) {
  Training training;
  EXPECT_TRUE(std::isnan(training.trainer.batch_loss()));
  const std::vector<std::int32_t>& order = training.trainer.batches().state().order;
  Matrix features(8, 3), targets(8, 1);
  for (Index i = 0; i < 8; ++i) {
    features.row(i) = training.training.features.row(order[static_cast<std::size_t>(i)]);
    targets.row(i) = training.training.targets.row(order[static_cast<std::size_t>(i)]);
  }
  const Matrix predictions = training.network.forward(view(features));
  training.run(1);
  EXPECT_DOUBLE_EQ(training.trainer.batch_loss(), (predictions - targets).squaredNorm() / 8.0);
}

TEST(Trainer, ReportsTheMeanLossOfAnEpochByItsRows) {
  Training training;
  double sum = 0.0;
  for (const double rows : {8.0, 8.0, 8.0, 8.0, 8.0, 8.0, 2.0}) {
    EXPECT_TRUE(std::isnan(training.trainer.epoch_loss()));
    training.run(1);
    sum += rows * training.trainer.batch_loss();
  }
  EXPECT_DOUBLE_EQ(training.trainer.epoch_loss(), sum / 50.0);
}

TEST(Trainer, ReportsTheFractionDone) {
  Training by_epochs;
  EXPECT_EQ(by_epochs.trainer.fraction(), 0.0);
  by_epochs.run(7 + 3);
  EXPECT_DOUBLE_EQ(by_epochs.trainer.fraction(), (1.0 + 3.0 / 7.0) / 6.0);
  by_epochs.run_to_end();
  EXPECT_EQ(by_epochs.trainer.fraction(), 1.0);

  TrainingPlan plan = small_plan();
  plan.stop_after = {40, TimeUnit::kBatches};
  Training by_batches(plan);
  by_batches.run(10);
  EXPECT_DOUBLE_EQ(by_batches.trainer.fraction(), 0.25);
}

TEST(Trainer, StepsByTheLearningRateTimesTheGradient) {
  Training training;
  training.run(3);
  for (const double learning_rate : {0.05, 0.5}) {
    training.optimizer.set_learning_rate(learning_rate);
    const std::vector<Matrix> before = training.parameters();
    training.run(1);
    for (std::size_t i = 0; i < before.size(); ++i) {
      const Matrix& gradient = training.network.parameters()[i]->gradient;
      EXPECT_TRUE(same_bits(training.parameters()[i], before[i] - learning_rate * gradient));
    }
  }
}

TEST(Trainer, RejectsInvalidLearningRates) {
  Training training;
  for (const double rate : {0.0, -0.1, std::nan(""), std::numeric_limits<double>::infinity()}) {
    expect_error("OUT_OF_RANGE", {"learning rate"},
                 [&] { training.optimizer.set_learning_rate(rate); });
    EXPECT_EQ(training.optimizer.learning_rate(), 0.05);
  }
  expect_error("OUT_OF_RANGE", {"learning rate"}, [] { SGD(0.0); });
}

TEST(Trainer, RejectsInvalidDurationsAndBatchSizes) {
  TrainingPlan plan = small_plan();
  plan.stop_after.count = 0;
  expect_error("OUT_OF_RANGE", {"length of training", "not 0"}, [&] { Training{plan}; });
  plan = small_plan();
  plan.evaluate_every.count = -1;
  expect_error("OUT_OF_RANGE", {"between evaluations", "not -1"}, [&] { Training{plan}; });
  plan = small_plan();
  plan.batch_size = 51;
  expect_error("OUT_OF_RANGE", {"50", "51"}, [&] { Training{plan}; });
}

}  // namespace
}  // namespace minifactory
