#include "training/experiment.hpp"

#include <cmath>
#include <utility>

#include "bytes.hpp"
#include "error.hpp"
#include "losses/registry.hpp"
#include "optimisers/registry.hpp"

namespace minifactory {
namespace {

/// The first bytes of every capture identify its format. The second format has the state of an
/// optimiser at its end; the first is for optimisers without a state.
constexpr std::uint32_t kMark = 0x4D46'4331;           // "MFC1"
constexpr std::uint32_t kMarkWithState = 0x4D46'4332;  // "MFC2"

std::uint32_t mark_of(const Optimizer& optimizer) {
  return optimizer.state_names().empty() ? kMark : kMarkWithState;
}

std::string counted(Index count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

/// The network itself. Error SHAPE_MISMATCH unless it maps (rows, inputs) to (rows, targets).
NeuralNetwork checked(NeuralNetwork network, Index inputs, Index targets) {
  const Index outputs = network.output_columns(inputs);
  if (outputs != targets) {
    throw Error("SHAPE_MISMATCH",
                {"The last layer must have ", counted(targets, "unit"), ", for the ",
                 counted(targets, "target"), ", not ", outputs, "."});
  }
  return network;
}

NeuralNetwork network_of(const ExperimentPlan& plan, Index inputs) {
  check_loss_task(plan.loss.name, plan.task);
  return make_network(inputs, plan.layers, plan.loss, plan.layer_context);
}

}  // namespace

Experiment::Experiment(ConstView features, ConstView targets, const ExperimentPlan& plan)
    : Experiment(features, targets, plan.data, plan.training, network_of(plan, features.cols()),
                 make_optimizer(plan.optimizer)) {}

Experiment::Experiment(ConstView features, ConstView targets, const DataPlan& data,
                       const TrainingPlan& training, NeuralNetwork network,
                       std::unique_ptr<Optimizer> optimizer)
    : data_(features, targets, data),
      network_(checked(std::move(network), features.cols(), targets.cols())),
      optimizer_(std::move(optimizer)),
      trainer_(network_, *optimizer_, training, data_.examples(RowSet::kTraining), data_.watched()),
      least_squares_(LeastSquares::fit_columns(view(data_.examples(RowSet::kTraining).features),
                                               view(data_.examples(RowSet::kTraining).targets))) {}

Matrix Experiment::predict(ConstView raw_features) {
  return copy_of(network_.forward(view(data_.scale(raw_features))));
}

Matrix Experiment::predictions(RowSet set) {
  return copy_of(network_.forward(view(data_.examples(set).features)));
}

double Experiment::loss(RowSet set) { return loss(set, predictions(set)); }

Metrics Experiment::metrics(RowSet set, Index target) {
  return metrics(set, predictions(set), target);
}

Matrix Experiment::mean_predictions(RowSet set) const {
  const Matrix& training = data_.examples(RowSet::kTraining).targets;
  Matrix means(1, training.cols());
  for (Index target = 0; target < training.cols(); ++target) {
    means(target) = column_of(view(training), target).mean();
  }
  return means.replicate(data_.examples(set).targets.rows(), 1);
}

Matrix Experiment::least_squares_predictions(RowSet set) const {
  const Examples& examples = data_.examples(set);
  Matrix predictions(examples.targets.rows(), examples.targets.cols());
  if (predictions.rows() == 0) return predictions;  // Without memory, there is no column.
  for (Index target = 0; target < predictions.cols(); ++target) {
    predictions.col(target) = least_squares(target).predict(view(examples.features));
  }
  return predictions;
}

const LeastSquares& Experiment::least_squares(Index target) const {
  check_target(target);
  return least_squares_[static_cast<std::size_t>(target)];
}

double Experiment::loss(RowSet set, const Matrix& predictions) {
  return network_.loss().forward(view(predictions), view(data_.examples(set).targets));
}

Metrics Experiment::metrics(RowSet set, const Matrix& predictions, Index target) const {
  check_target(target);
  const Matrix& targets = data_.examples(set).targets;
  if (predictions.cols() != targets.cols()) {
    throw Error("SHAPE_MISMATCH", {"Metrics need predictions of shape ", shape_of(targets),
                                   ", not ", shape_of(predictions), "."});
  }
  return measure(view(column_of(view(predictions), target)),
                 view(column_of(view(targets), target)));
}

PartialDependence Experiment::partial_dependence(Index feature, double from, double to, Index steps,
                                                 Index target) {
  check_target(target);
  const Matrix& test = data_.examples(RowSet::kTest).features;
  if (feature < 0 || feature >= test.cols()) {
    throw Error("OUT_OF_RANGE", {"There is no feature ", feature, "; there are ", test.cols(),
                                 ", counted from 0."});
  }
  if (steps < 2) {
    throw Error("OUT_OF_RANGE", {"A response needs at least 2 steps, not ", steps, "."});
  }
  PartialDependence dependence;
  dependence.scaled = Vector::LinSpaced(steps, from, to);
  dependence.raw = data_.unscale(feature, dependence.scaled);
  Matrix rows = test.colwise().mean().replicate(steps, 1);
  rows.col(feature) = dependence.scaled;
  dependence.predictions = network_.forward(view(rows)).col(target);
  return dependence;
}

std::vector<Matrix> Experiment::activations(const std::vector<std::int32_t>& rows) {
  const Examples chosen = data_.examples(rows);
  network_.forward(view(chosen.features));
  std::vector<Matrix> outputs;
  for (const auto& layer : network_.layers()) {
    for (const auto& operation : layer->operations()) {
      outputs.push_back(copy_of(operation->output()));
    }
  }
  return outputs;
}

Trace Experiment::trace(const std::vector<std::int32_t>& rows, Mode mode) {
  const Examples chosen = data_.examples(rows);
  RandomState random = trainer_.next_batch().random;
  return minifactory::trace(network_, *optimizer_, view(chosen.features), view(chosen.targets),
                            {mode, &random});
}

GradientComparer Experiment::gradient_comparer(const std::vector<std::int32_t>& rows) {
  Examples chosen = data_.examples(rows);
  return {network_, std::move(chosen.features), std::move(chosen.targets),
          trainer_.next_batch().random};
}

std::vector<std::int32_t> Experiment::next_rows() const {
  std::vector<std::int32_t> rows = trainer_.next_batch().rows;
  for (std::int32_t& row : rows) {
    row = data_.rows(RowSet::kTraining)[static_cast<std::size_t>(row)];
  }
  return rows;
}

void Experiment::set_parameters(const std::vector<double>& parameters) {
  if (static_cast<Index>(parameters.size()) != network_.parameter_count()) {
    throw Error("SHAPE_MISMATCH", {"The network has ", network_.parameter_count(),
                                   " parameters, not ", parameters.size(), "."});
  }
  for (const double parameter : parameters) {
    if (!std::isfinite(parameter)) {
      throw Error("NOT_FINITE", "A parameter must be a finite number.");
    }
  }
  const double* next = parameters.data();
  for (Parameter* parameter : network_.parameters()) {
    Matrix& value = parameter->value;
    value = ConstView(next, value.rows(), value.cols());
    next += value.size();
  }
}

void Experiment::check_target(Index target) const {
  const Index targets = data_.examples(RowSet::kTraining).targets.cols();
  if (target < 0 || target >= targets) {
    throw Error("OUT_OF_RANGE",
                {"There is no target ", target, "; there are ", targets, ", counted from 0."});
  }
}

std::vector<std::uint8_t> Experiment::capture() const {
  ByteWriter body;
  trainer_.write(body);
  ByteWriter whole;
  whole.write(mark_of(*optimizer_));
  whole.write(checksum(body.bytes().data(), body.bytes().size()));
  whole.write_all(body.bytes().data(), body.bytes().size());
  return whole.bytes();
}

void Experiment::restore(const std::vector<std::uint8_t>& capture) {
  ByteReader bytes(capture.data(), capture.size());
  const auto mark = bytes.read<std::uint32_t>();
  if (mark != kMark && mark != kMarkWithState) {
    throw Error("CAPTURE_DAMAGED", "These bytes are not a capture this version can read.");
  }
  const auto expected = bytes.read<std::uint64_t>();
  const std::size_t header = capture.size() - bytes.left();
  if (checksum(capture.data() + header, bytes.left()) != expected) {
    throw Error("CAPTURE_DAMAGED", "The capture was changed or cut short since it was written.");
  }
  if (mark != mark_of(*optimizer_)) {
    throw Error("CAPTURE_MISMATCH", "The capture belongs to a run with another optimiser.");
  }
  trainer_.read(bytes);
}

}  // namespace minifactory
