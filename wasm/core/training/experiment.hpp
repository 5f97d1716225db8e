#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "data/prepared_data.hpp"
#include "layers/registry.hpp"
#include "optimisers/optimizer.hpp"
#include "training/gradient_comparison.hpp"
#include "training/least_squares.hpp"
#include "training/metrics.hpp"
#include "training/trace.hpp"
#include "training/trainer.hpp"

namespace minifactory {

/// A whole run: what a recipe says, without the data itself.
struct ExperimentPlan {
  DataPlan data;
  std::vector<PartPlan> layers;
  LayerContext layer_context;
  PartPlan loss;
  PartPlan optimizer;
  TrainingPlan training;
};

/// How the model answers as one feature moves and the others stay at their mean over the test rows.
struct Response {
  /// The feature as the network sees it, and in its own unit.
  Vector scaled;
  Vector raw;
  Vector predictions;
};

/// One run from raw table to trained network, and every number of it. Nothing that looks at the run
/// (predictions, metrics, traces, gradient checks, captures) changes what training does next.
class Experiment {
 public:
  /// features (rows, columns) and targets (rows, 1), raw. Errors: those of PreparedData,
  /// make_network, make_optimizer and Trainer; SHAPE_MISMATCH unless the network fits features and
  /// targets.
  Experiment(ConstView features, ConstView targets, const ExperimentPlan& plan);

  /// The same with a network and an optimiser of the caller's own.
  Experiment(ConstView features, ConstView targets, const DataPlan& data,
             const TrainingPlan& training, NeuralNetwork network,
             std::unique_ptr<Optimizer> optimizer);

  Trainer& trainer() { return trainer_; }
  const Trainer& trainer() const { return trainer_; }
  NeuralNetwork& network() { return network_; }
  Optimizer& optimizer() { return *optimizer_; }
  const PreparedData& data() const { return data_; }

  /// (rows, 1), for raw features (rows, columns) or for the rows of one set.
  Matrix predict(ConstView raw_features);
  Matrix predictions(RowSet set);

  /// How good the predictions for one set are: by the loss that training makes small, and by the
  /// metrics. Errors: TOO_FEW_ROWS for a set without rows.
  double loss(RowSet set);
  Metrics metrics(RowSet set);

  /// Baselines: (rows, 1) for one set. The mean target of the training rows, whatever the features.
  Matrix mean_predictions(RowSet set) const;
  /// Of the linear model fitted to the training rows.
  Matrix least_squares_predictions(RowSet set) const;
  const LeastSquares& least_squares() const { return least_squares_; }
  /// Of any predictions (rows, 1) for one set. Errors: TOO_FEW_ROWS, SHAPE_MISMATCH.
  double loss(RowSet set, const Matrix& predictions);
  Metrics metrics(RowSet set, const Matrix& predictions) const;

  /// The feature from `from` to `to` (scaled) in `steps` values, both ends included. Error
  /// OUT_OF_RANGE.
  Response response(Index feature, double from, double to, Index steps);

  /// What every operation puts out for these rows of the table. Error OUT_OF_RANGE.
  std::vector<Matrix> activations(const std::vector<std::int32_t>& rows);

  /// These rows of the table forward and backward, operation by operation. In training mode with
  /// the random numbers that the next batch will draw: with `next_rows` it is exactly the pass of
  /// that batch. Error OUT_OF_RANGE.
  Trace trace(const std::vector<std::int32_t>& rows, Mode mode = Mode::kInference);

  /// For these rows of the table, with the random numbers of the next batch. Error OUT_OF_RANGE.
  GradientComparer gradient_comparer(const std::vector<std::int32_t>& rows);

  /// The rows of the table that the next batch will train on.
  std::vector<std::int32_t> next_rows() const;

  /// Puts other numbers in place of all parameters, in the order W1, B1, W2, …, each row by row.
  /// Errors: SHAPE_MISMATCH, NOT_FINITE; then nothing is changed.
  void set_parameters(const std::vector<double>& parameters);

  /// Everything the run depends on from here on, as bytes with a version and a checksum.
  std::vector<std::uint8_t> capture() const;
  /// Goes on bit for bit from a capture of the same experiment. Errors: CAPTURE_DAMAGED,
  /// CAPTURE_MISMATCH; then nothing is changed.
  void restore(const std::vector<std::uint8_t>& capture);

 private:
  PreparedData data_;
  NeuralNetwork network_;
  std::unique_ptr<Optimizer> optimizer_;
  Trainer trainer_;
  LeastSquares least_squares_;
};

}  // namespace minifactory
