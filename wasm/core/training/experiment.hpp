#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "data/prepared_data.hpp"
#include "layers/registry.hpp"
#include "optimisers/optimizer.hpp"
#include "task.hpp"
#include "training/gradient_comparison.hpp"
#include "training/least_squares.hpp"
#include "training/metrics.hpp"
#include "training/trace.hpp"
#include "training/trainer.hpp"

namespace minifactory {

/// A whole run as a recipe describes it, without the data.
struct ExperimentPlan {
  Task task = Task::kRegression;
  DataPlan data;
  std::vector<PartPlan> layers;
  LayerContext layer_context;
  PartPlan loss;
  PartPlan optimizer;
  TrainingPlan training;
};

/// The predictions for some values of one feature, while all other features have their mean over
/// the test rows. All vectors have one element for each value.
struct PartialDependence {
  Vector scaled;       ///< The values as the network gets them.
  Vector raw;          ///< The values in the feature's own unit.
  Vector predictions;  ///< Of one target.
};

/// One run, from the raw table to the trained network. Functions that only look at the run
/// (predictions, metrics, traces, gradient checks, captures) do not change what training does next.
/// A `target` is the place of a column of the targets; Error OUT_OF_RANGE if there is none.
class Experiment {
 public:
  /// features (rows, columns) and targets (rows, outputs), raw. Errors: those of PreparedData,
  /// make_network, make_optimizer and Trainer; WRONG_TASK for a loss of another task;
  /// SHAPE_MISMATCH unless the network fits features and targets.
  Experiment(ConstView features, ConstView targets, const ExperimentPlan& plan);

  /// The same with the caller's own network and optimiser.
  Experiment(ConstView features, ConstView targets, const DataPlan& data,
             const TrainingPlan& training, NeuralNetwork network,
             std::unique_ptr<Optimizer> optimizer);

  Trainer& trainer() { return trainer_; }
  const Trainer& trainer() const { return trainer_; }
  NeuralNetwork& network() { return network_; }
  Optimizer& optimizer() { return *optimizer_; }
  const PreparedData& data() const { return data_; }

  /// Raw features (rows, columns) → predictions (rows, outputs). Error SHAPE_MISMATCH.
  Matrix predict(ConstView raw_features);
  /// The predictions (rows, outputs) for one set.
  Matrix predictions(RowSet set);
  /// The recipe's loss of these predictions, and the metrics of those for one target. Error
  /// TOO_FEW_ROWS for a set without rows.
  double loss(RowSet set);
  Metrics metrics(RowSet set, Index target = 0);

  /// The predictions (rows, outputs) of two baselines for one set: the mean targets of the training
  /// rows, and the linear models fitted to the training rows.
  Matrix mean_predictions(RowSet set) const;
  Matrix least_squares_predictions(RowSet set) const;
  const LeastSquares& least_squares(Index target = 0) const;
  /// The loss and the metrics of any predictions (rows, outputs) for one set. Errors: TOO_FEW_ROWS,
  /// SHAPE_MISMATCH.
  double loss(RowSet set, const Matrix& predictions);
  Metrics metrics(RowSet set, const Matrix& predictions, Index target = 0) const;

  /// For `steps` evenly spaced values of the feature between `from` and `to` (scaled), both
  /// included. Error OUT_OF_RANGE.
  PartialDependence partial_dependence(Index feature, double from, double to, Index steps,
                                       Index target = 0);

  /// The output of every operation for these rows of the table, in forward order. Error
  /// OUT_OF_RANGE.
  std::vector<Matrix> activations(const std::vector<std::int32_t>& rows);

  /// Traces a pass of these rows of the table. Training mode uses the random numbers that the next
  /// batch will draw, so that with `next_rows` it is exactly the pass of that batch. Error
  /// OUT_OF_RANGE.
  Trace trace(const std::vector<std::int32_t>& rows, Mode mode = Mode::kInference);

  /// Compares gradients for these rows of the table, with the random numbers of the next batch. It
  /// must not outlive the experiment. Error OUT_OF_RANGE.
  GradientComparer gradient_comparer(const std::vector<std::int32_t>& rows);

  /// The rows of the table in the next batch.
  std::vector<std::int32_t> next_rows() const;

  /// Replaces the values of all parameters, in the order of `NeuralNetwork::parameters`, each row
  /// by row. Errors: SHAPE_MISMATCH, NOT_FINITE; then nothing is changed.
  void set_parameters(const std::vector<double>& parameters);

  /// Everything that the rest of the run depends on, as bytes with a version and a checksum.
  std::vector<std::uint8_t> capture() const;
  /// Continues bit for bit from a capture of the same experiment. Errors: CAPTURE_DAMAGED,
  /// CAPTURE_MISMATCH; then nothing is changed.
  void restore(const std::vector<std::uint8_t>& capture);

 private:
  void check_target(Index target) const;

  PreparedData data_;
  NeuralNetwork network_;
  std::unique_ptr<Optimizer> optimizer_;
  Trainer trainer_;
  /// One for each target.
  std::vector<LeastSquares> least_squares_;
};

}  // namespace minifactory
