#pragma once

// A small network in training, for the tests of the trainer.

#include <utility>
#include <vector>

#include "networks.hpp"
#include "optimisers/sgd.hpp"
#include "random_matrix.hpp"
#include "same_bits.hpp"
#include "training/trainer.hpp"

namespace minifactory {

/// Rows to learn from: a smooth function of three features, with noise.
inline Examples examples(Index rows, std::uint32_t seed) {
  const Matrix features = random_matrix(rows, 3, seed);
  const Matrix noise = random_matrix(rows, 1, seed + 1);
  Matrix targets(rows, 1);
  for (Index i = 0; i < rows; ++i) {
    targets(i) = 2.0 + features(i, 0) - features(i, 1) * features(i, 2) + 0.1 * noise(i);
  }
  return {features, targets};
}

/// 50 rows in batches of 8, so that an epoch has 7 batches and ends with a short one.
inline TrainingPlan small_plan() {
  TrainingPlan plan;
  plan.seed = 7;
  plan.batch_size = 8;
  plan.stop_after = {6, TimeUnit::kEpochs};
  plan.evaluate_every = {2, TimeUnit::kEpochs};
  return plan;
}

/// A trainer and everything it refers to.
struct Training {
  explicit Training(const TrainingPlan& plan = small_plan(), double learning_rate = 0.05,
                    std::vector<DenseLayer> layers = {{4, "sigmoid"}, {1, "linear"}},
                    Examples learned = examples(50, 1), Examples judged = examples(20, 3))
      : training(std::move(learned)),
        watched(std::move(judged)),
        network(network_of(3, layers)),
        optimizer(learning_rate),
        trainer(network, optimizer, plan, training, watched) {}

  std::vector<Matrix> parameters() const { return parameters_of(network); }

  /// Trains that many batches, also across the ends of epochs.
  void run(Index batches) {
    for (Index i = 0; i < batches; ++i) trainer.train_batches(1);
  }

  void run_to_end() {
    while (trainer.train_batches(1'000'000) == TrainingStatus::kTraining) {
    }
  }

  const Examples training;
  const Examples watched;
  NeuralNetwork network;
  SGD optimizer;
  Trainer trainer;
};

inline bool operator==(const Evaluation& a, const Evaluation& b) {
  return a.epoch == b.epoch && a.batch == b.batch && same_bits(a.loss, b.loss);
}

}  // namespace minifactory
