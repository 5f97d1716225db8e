#pragma once

// An experiment on a small table, fast enough to be repeated hundreds of times.

#include "training/experiment.hpp"
#include "training_fixture.hpp"

namespace minifactory {

/// 60 rows: 18 for testing, 42 to train on, in batches of 8: six an epoch, the last one short.
inline ExperimentPlan small_experiment_plan() {
  ExperimentPlan plan;
  plan.data.feature_names = {"size", "age", "light"};
  plan.layers = dense_layers({{4, "tanh"}, {1, "linear"}});
  plan.loss = mean_squared_error("mean");
  plan.optimizer = sgd(0.02);
  plan.training = small_plan();
  plan.training.stop_after = {4, TimeUnit::kEpochs};
  return plan;
}

/// Three features with different means and spreads, and a target.
inline Examples raw_table() {
  Examples table = examples(60, 21);
  table.features.col(0) = 100.0 + 30.0 * table.features.col(0).array();
  table.features.col(2) *= 0.01;
  return table;
}

struct SmallExperiment {
  explicit SmallExperiment(const ExperimentPlan& plan = small_experiment_plan(),
                           const Examples& raw = raw_table())
      : table(raw), experiment(view(table.features), view(table.targets), plan) {}

  const Examples table;
  Experiment experiment;
};

}  // namespace minifactory
