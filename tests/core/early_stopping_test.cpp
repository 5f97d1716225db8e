#include <gtest/gtest.h>

#include "training_fixture.hpp"

namespace minifactory {
namespace {

/// Rows for evaluations with the opposite targets, on which the loss rises while the network
/// learns.
Examples contrary() {
  Examples watched = examples(50, 1);
  watched.targets = -watched.targets;
  return watched;
}

Training training_on(const TrainingPlan& plan, Examples watched) {
  return Training(plan, 0.05, {{4, "sigmoid"}, {1, "linear"}}, examples(50, 1), std::move(watched));
}

TrainingPlan stopping_plan() {
  TrainingPlan plan = small_plan();
  plan.early_stopping = true;
  plan.evaluate_every = {1, TimeUnit::kEpochs};
  plan.stop_after = {50, TimeUnit::kEpochs};
  return plan;
}

TEST(EarlyStopping, RestoresTheParametersOfThePreviousEvaluation) {
  Training stopping = training_on(stopping_plan(), contrary());
  stopping.run_to_end();
  EXPECT_EQ(stopping.trainer.status(), TrainingStatus::kStoppedEarly);
  const std::vector<Evaluation>& evaluations = stopping.trainer.evaluations();
  ASSERT_GE(evaluations.size(), 2U);
  const Evaluation& last = evaluations[evaluations.size() - 1];
  const Evaluation& before = evaluations[evaluations.size() - 2];
  EXPECT_GE(last.loss, before.loss);
  for (std::size_t i = 1; i + 1 < evaluations.size(); ++i) {
    EXPECT_LT(evaluations[i].loss, evaluations[i - 1].loss) << "it should have stopped here";
  }

  Training undisturbed = training_on(stopping_plan(), contrary());
  undisturbed.run(before.batch);
  EXPECT_TRUE(same_bits(stopping.parameters(), undisturbed.parameters()));
  EXPECT_EQ(stopping.trainer.batch(), last.batch);
  EXPECT_LT(last.epoch, 50);
}

TEST(EarlyStopping, StopsAtAnEqualLoss) {
  // With a step of almost 0 the loss stays the same to the last bit.
  TrainingPlan plan = small_plan();
  plan.early_stopping = true;
  Training training(plan, 1e-300);
  training.run_to_end();
  EXPECT_EQ(training.trainer.status(), TrainingStatus::kStoppedEarly);
  EXPECT_EQ(training.trainer.evaluations().size(), 2U);
}

TEST(EarlyStopping, DoesNotStopARunThatImproves) {
  TrainingPlan plan = small_plan();
  plan.early_stopping = true;
  Training stopping = training_on(plan, examples(50, 1));
  Training going_on = training_on(small_plan(), examples(50, 1));
  stopping.run_to_end();
  going_on.run_to_end();
  EXPECT_EQ(stopping.trainer.status(), TrainingStatus::kFinished);
  EXPECT_EQ(stopping.trainer.evaluations().size(), 3U);
  EXPECT_TRUE(same_bits(stopping.parameters(), going_on.parameters()));
}

TEST(EarlyStopping, MayStopAtTheVeryLastEvaluation) {
  Training first = training_on(stopping_plan(), contrary());
  first.run_to_end();
  TrainingPlan plan = stopping_plan();
  plan.stop_after.count = first.trainer.epoch();
  Training training = training_on(plan, contrary());
  training.run_to_end();
  EXPECT_EQ(training.trainer.status(), TrainingStatus::kStoppedEarly);
  EXPECT_TRUE(same_bits(training.parameters(), first.parameters()));
}

TEST(EarlyStopping, IsOffByDefault) {
  TrainingPlan plan = stopping_plan();
  plan.early_stopping = false;
  Training training = training_on(plan, contrary());
  training.run_to_end();
  EXPECT_EQ(training.trainer.status(), TrainingStatus::kFinished);
  EXPECT_EQ(training.trainer.evaluations().size(), 50U);
}

}  // namespace
}  // namespace minifactory
