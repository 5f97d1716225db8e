#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "bytes.hpp"
#include "training_fixture.hpp"

namespace minifactory {
namespace {

constexpr double kHuge = std::numeric_limits<double>::max();

/// Targets so large that every gradient is above 1, and a step at the rate kHuge infinite.
Training steep() {
  Examples learned = examples(50, 1);
  learned.targets *= 1e4;
  return Training(small_plan(), 1e-6, {{4, "sigmoid"}, {1, "linear"}}, learned);
}

/// Trains a batch that must diverge, and expects that it changed nothing.
void expect_to_diverge(Training& training) {
  const std::vector<Matrix> before = training.parameters();
  const Index batch = training.trainer.batch();
  EXPECT_EQ(training.trainer.train_batches(1), TrainingStatus::kDiverged);
  EXPECT_EQ(training.trainer.batch(), batch);
  EXPECT_TRUE(same_bits(training.parameters(), before));
  EXPECT_TRUE(all_finite(training.parameters()));

  EXPECT_EQ(training.trainer.train_batches(10), TrainingStatus::kDiverged);
  EXPECT_EQ(training.trainer.batch(), batch);
  EXPECT_TRUE(same_bits(training.parameters(), before));
}

TEST(Divergence, OfTheLossStopsBeforeAnyUpdate) {
  Examples learned = examples(50, 1);
  learned.targets *= 1e200;  // (P − y)² is infinite, though every number it is made of is finite
  Training training(small_plan(), 0.05, {{4, "sigmoid"}, {1, "linear"}}, learned);
  expect_to_diverge(training);
  EXPECT_EQ(training.trainer.batch(), 0);
  EXPECT_EQ(training.trainer.batch_loss(), std::numeric_limits<double>::infinity());
}

TEST(Divergence, OfAParameterStopsAlthoughTheLossIsFinite) {
  Training training = steep();
  training.run(10);
  training.optimizer.set_learning_rate(kHuge);
  expect_to_diverge(training);
  EXPECT_EQ(training.trainer.batch(), 10);
  EXPECT_EQ(training.trainer.epoch(), 1);
  EXPECT_TRUE(std::isfinite(training.trainer.batch_loss()));
}

TEST(Divergence, OfOneParameterChangesNoOther) {
  // Features so small that the step is finite for the weights, but not for the bias.
  Examples learned = examples(50, 1);
  learned.features *= 1e-10;
  Training training(small_plan(), 1e306, {{1, "linear"}}, learned);
  training.network.parameters()[1]->value(0) = 1e3;
  expect_to_diverge(training);
  const Matrix& gradient = training.network.parameters()[0]->gradient;
  EXPECT_TRUE((1e306 * gradient).allFinite());
  EXPECT_GT(gradient.norm(), 0.0);
}

TEST(Divergence, AtTheLastBatchOfAnEpochDoesNotEndTheEpoch) {
  Training training = steep();
  training.run(6);
  training.optimizer.set_learning_rate(kHuge);
  expect_to_diverge(training);
  EXPECT_EQ(training.trainer.batch(), 6);
  EXPECT_EQ(training.trainer.epoch(), 0);
  EXPECT_TRUE(training.trainer.evaluations().empty());
  EXPECT_DOUBLE_EQ(training.trainer.fraction(), 6.0 / 7.0 / 6.0);
}

/// Rows for evaluations whose targets are so large that the loss on them is infinite, while that on
/// the training rows is finite.
Training watching_far(const TrainingPlan& plan) {
  Examples watched = examples(20, 3);
  watched.targets *= 1e200;
  return Training(plan, 0.05, {{4, "sigmoid"}, {1, "linear"}}, examples(50, 1), std::move(watched));
}

TEST(Divergence, OfAnEvaluationStopsTheRunThere) {
  TrainingPlan plan = small_plan();
  plan.evaluate_every = {10, TimeUnit::kBatches};
  Training training = watching_far(plan);
  training.run_to_end();
  EXPECT_EQ(training.trainer.status(), TrainingStatus::kDiverged);
  EXPECT_EQ(training.trainer.batch(), 10);
  EXPECT_EQ(training.trainer.batch_in_epoch(), 3);
  EXPECT_DOUBLE_EQ(training.trainer.fraction(), 10.0 / 7.0 / 6.0);
  ASSERT_EQ(training.trainer.evaluations().size(), 1U);
  EXPECT_EQ(training.trainer.evaluations()[0].loss, std::numeric_limits<double>::infinity());

  // The batch before it counts as done.
  EXPECT_TRUE(std::isfinite(training.trainer.batch_loss()));
  Training undisturbed;
  undisturbed.run(10);
  EXPECT_TRUE(same_bits(training.parameters(), undisturbed.parameters()));
  EXPECT_EQ(training.trainer.train_batches(10), TrainingStatus::kDiverged);
  EXPECT_EQ(training.trainer.batch(), 10);
}

TEST(Divergence, OfAnEvaluationAtAnEpochsEndCountsTheEpoch) {
  Training training = watching_far(small_plan());
  training.run_to_end();
  EXPECT_EQ(training.trainer.status(), TrainingStatus::kDiverged);
  EXPECT_EQ(training.trainer.epoch(), 2);
  EXPECT_EQ(training.trainer.batch_in_epoch(), 0);
}

TEST(Divergence, IsNoImprovementForEarlyStopping) {
  TrainingPlan plan = small_plan();
  plan.early_stopping = true;
  plan.evaluate_every = {5, TimeUnit::kBatches};
  plan.stop_after = {50, TimeUnit::kEpochs};
  // The huge step leaves the weights finite, but the loss after it is infinite.
  Training training(plan, 1e-6, {{4, "sigmoid"}, {1, "linear"}});
  training.run(9);
  Training undisturbed(plan, 1e-6, {{4, "sigmoid"}, {1, "linear"}});
  undisturbed.run(5);
  training.optimizer.set_learning_rate(1e200);
  EXPECT_EQ(training.trainer.train_batches(1), TrainingStatus::kStoppedEarly);
  EXPECT_FALSE(std::isfinite(training.trainer.evaluations().back().loss));
  EXPECT_TRUE(same_bits(training.parameters(), undisturbed.parameters()));
}

TEST(Divergence, ComesBySteps) {
  Training training(small_plan(), 50.0, {{4, "relu"}, {1, "linear"}});
  training.run_to_end();
  EXPECT_EQ(training.trainer.status(), TrainingStatus::kDiverged);
  EXPECT_GT(training.trainer.batch(), 0);
  EXPECT_TRUE(all_finite(training.parameters()));
}

TEST(Divergence, CanBeAvoidedFromAnEarlierPointWithALowerRate) {
  Training training = steep();
  training.run(10);
  ByteWriter good;
  training.trainer.write(good);
  training.optimizer.set_learning_rate(kHuge);
  expect_to_diverge(training);

  ByteReader bytes(good.bytes().data(), good.bytes().size());
  training.trainer.read(bytes);
  EXPECT_EQ(training.optimizer.learning_rate(), 1e-6);
  training.run_to_end();
  Training undisturbed = steep();
  undisturbed.run_to_end();
  EXPECT_EQ(training.trainer.status(), TrainingStatus::kFinished);
  EXPECT_TRUE(same_bits(training.parameters(), undisturbed.parameters()));
}

}  // namespace
}  // namespace minifactory
