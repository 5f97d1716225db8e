// Training allocates no memory after its first epoch.

#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>

#include "allocation_count.hpp"
#include "networks.hpp"
#include "operations/registry.hpp"
#include "random_matrix.hpp"
#include "training/experiment.hpp"

namespace minifactory {
namespace {

class Allocations : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!allocations_are_counted()) GTEST_SKIP() << "a sanitizer has malloc";
  }
};

template <typename Action>
std::size_t allocations_of(Action&& action) {
  const std::size_t before = allocation_count();
  action();
  return allocation_count() - before;
}

/// Prevents the compiler from removing an unused allocation.
void keep(const void* memory) { asm volatile("" : : "g"(memory) : "memory"); }

TEST_F(Allocations, AreCountedForEveryFunctionThatAllocates) {
  EXPECT_EQ(allocations_of([] { keep(std::make_unique<int>(1).get()); }), 1U);
  EXPECT_EQ(allocations_of([] { keep(std::vector<double>(100).data()); }), 1U);
  EXPECT_EQ(allocations_of([] { keep(Matrix(5, 5).data()); }), 1U);
  const auto c_memory = [](void* memory) {
    keep(memory);
    std::free(memory);
  };
  EXPECT_EQ(allocations_of([&] { c_memory(std::malloc(64)); }), 1U);
  EXPECT_EQ(allocations_of([&] { c_memory(std::calloc(4, 16)); }), 1U);
  EXPECT_EQ(allocations_of([&] { c_memory(std::realloc(nullptr, 64)); }), 1U);
  EXPECT_EQ(allocations_of([&] { c_memory(std::aligned_alloc(64, 64)); }), 1U);
  EXPECT_EQ(allocations_of([&] {
              void* memory = nullptr;
              EXPECT_EQ(posix_memalign(&memory, 64, 64), 0);
              c_memory(memory);
            }),
            1U);
  EXPECT_EQ(allocations_of([] {}), 0U);
}

ExperimentPlan plan_of(const std::vector<DenseLayer>& layers) {
  ExperimentPlan plan;
  plan.layers = dense_layers(layers);
  plan.loss = mean_squared_error("mean");
  plan.optimizer = sgd(1e-4);
  plan.training.stop_after = {8, TimeUnit::kEpochs};
  plan.training.evaluate_every = {5, TimeUnit::kBatches};
  return plan;
}

/// Allocations of a run from its second epoch to its end.
std::size_t steady_allocations(const ExperimentPlan& plan) {
  const Matrix features = random_matrix(354, 13, 1);
  const Matrix targets = random_matrix(354, 1, 2);
  Experiment experiment(view(features), view(targets), plan);
  Trainer& trainer = experiment.trainer();
  while (trainer.epoch() < 1) trainer.train_batches(1000);
  const std::size_t evaluations = trainer.evaluations().size();
  const std::size_t allocations = allocations_of([&] {
    while (trainer.train_batches(1000) == TrainingStatus::kTraining) {
    }
  });
  EXPECT_GT(trainer.epoch(), 3) << "too short to say anything";
  EXPECT_GT(trainer.evaluations().size(), evaluations + 5) << "no evaluation was counted";
  return allocations;
}

TEST_F(Allocations, OfSteadyTrainingAreNoneForAnyActivation) {
  for (const std::string_view activation : activation_names()) {
    EXPECT_EQ(steady_allocations(plan_of({{13, activation}, {13, activation}, {1, "linear"}})), 0U)
        << activation;
  }
}

TEST_F(Allocations, OfSteadyTrainingAreNoneForAnyWidth) {
  for (const Index units : {1, 2, 7, 128, 256}) {
    EXPECT_EQ(steady_allocations(plan_of({{units, "sigmoid"}, {1, "linear"}})), 0U) << units;
  }
}

TEST_F(Allocations, OfSteadyTrainingAreNoneWithTheCoursesQuirks) {
  ExperimentPlan plan = plan_of({{13, "sigmoid"}, {1, "linear"}});
  plan.layer_context.bias_gradient = BiasGradient::kSummedOverUnits;
  plan.loss = mean_squared_error("half-sum");
  plan.training.last_batch = LastBatch::kShrinks;
  plan.training.layer_seeding = LayerSeeding::kReseeded;
  plan.training.batch_size = 23;
  EXPECT_EQ(steady_allocations(plan), 0U);
}

TEST_F(Allocations, OfEarlyStoppingAreNone) {
  ExperimentPlan plan = plan_of({{1, "linear"}});
  plan.training.evaluate_every = {1, TimeUnit::kBatches};
  plan.training.early_stopping = true;
  plan.optimizer = sgd(1e-300);  // so that no evaluation is better than the one before
  plan.training.stop_after = {100, TimeUnit::kEpochs};
  const Matrix features = random_matrix(354, 13, 1);
  const Matrix targets = random_matrix(354, 1, 2);
  Experiment experiment(view(features), view(targets), plan);
  Trainer& trainer = experiment.trainer();
  trainer.train_batches(1);
  const std::size_t allocations = allocations_of([&] {
    while (trainer.train_batches(1000) == TrainingStatus::kTraining) {
    }
  });
  EXPECT_EQ(trainer.status(), TrainingStatus::kStoppedEarly);
  EXPECT_EQ(allocations, 0U);
}

}  // namespace
}  // namespace minifactory
