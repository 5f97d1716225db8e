// The order in which a trainer draws its random numbers, on which the printed results depend.

#include <gtest/gtest.h>

#include "training_fixture.hpp"

namespace minifactory {
namespace {

using Rows = std::vector<std::int32_t>;

const std::vector<DenseLayer> kTwoHiddenAlike = {{3, "sigmoid"}, {3, "sigmoid"}, {1, "linear"}};

Matrix drawn(RandomState& random, Index rows, Index columns) {
  Matrix matrix(rows, columns);
  random.fill_randn(writable(matrix));
  return matrix;
}

Rows permuted(const Rows& order, const Rows& permutation) {
  Rows result;
  for (const std::int32_t i : permutation) result.push_back(order[static_cast<std::size_t>(i)]);
  return result;
}

/// Trains until the second epoch has been shuffled.
Rows second_order(Training& training) {
  training.run(training.trainer.batches().count_in_epoch() + 1);
  return training.trainer.batches().state().order;
}

TEST(TrainerOrder, OfChapter2DrawsAllParametersFromOneGeneratorThenShuffles) {
  TrainingPlan plan = small_plan();
  plan.seed = 180807;
  Training training(plan);

  RandomState random(180807);
  const std::vector<Matrix> expected = {drawn(random, 3, 4), drawn(random, 1, 4),
                                        drawn(random, 4, 1), drawn(random, 1, 1)};
  EXPECT_TRUE(same_bits(training.parameters(), expected));
  const Rows first = random.permutation(50);
  EXPECT_EQ(training.trainer.batches().state().order, first);
  EXPECT_EQ(second_order(training), permuted(first, random.permutation(50)));
}

TEST(TrainerOrder, OfChapter3ShufflesThenSeedsTheGeneratorAnewForEachLayer) {
  TrainingPlan plan = small_plan();
  plan.seed = 20190501;
  plan.layer_seeding = LayerSeeding::kReseeded;
  Training training(plan, 0.05, kTwoHiddenAlike);

  RandomState random(20190501);
  const Rows first = random.permutation(50);
  EXPECT_EQ(training.trainer.batches().state().order, first);
  std::vector<Matrix> expected;
  for (const Index units : {3, 3, 1}) {
    random.seed(20190501);
    expected.push_back(drawn(random, 3, units));
    expected.push_back(drawn(random, 1, units));
  }
  EXPECT_TRUE(same_bits(training.parameters(), expected));
  // Later shuffles continue with the generator as the last layer left it.
  EXPECT_EQ(second_order(training), permuted(first, random.permutation(50)));
}

TEST(TrainerOrder, ReseedingGivesEqualLayersEqualParameters) {
  TrainingPlan plan = small_plan();
  Training running(plan, 0.05, kTwoHiddenAlike);
  EXPECT_FALSE(same_bits(running.parameters()[0], running.parameters()[2]));
  plan.layer_seeding = LayerSeeding::kReseeded;
  Training reseeded(plan, 0.05, kTwoHiddenAlike);
  EXPECT_TRUE(same_bits(reseeded.parameters()[0], reseeded.parameters()[2]));
  EXPECT_TRUE(same_bits(reseeded.parameters()[1], reseeded.parameters()[3]));
}

TEST(TrainerOrder, SameSeedSameBitsOtherSeedOtherBits) {
  TrainingPlan plan = small_plan();
  Training first(plan), again(plan);
  plan.seed = 8;
  Training other(plan);
  for (Training* training : {&first, &again, &other}) training->run_to_end();
  EXPECT_TRUE(same_bits(first.parameters(), again.parameters()));
  EXPECT_FALSE(same_bits(first.parameters(), other.parameters()));
}

TEST(TrainerOrder, TheBatchSizeShrinksPermanentlyIfAllowed) {
  TrainingPlan plan = small_plan();
  plan.last_batch = LastBatch::kShrinks;
  plan.stop_after = {3, TimeUnit::kEpochs};
  Training training(plan);
  training.run_to_end();
  // 50 rows: six batches of 8 and one of 2, then 25 of 2, and 25 again.
  EXPECT_EQ(training.trainer.batch(), 7 + 25 + 25);
}

}  // namespace
}  // namespace minifactory
