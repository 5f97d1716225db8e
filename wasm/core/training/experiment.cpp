#include "training/experiment.hpp"

#include <cmath>
#include <utility>

#include "bytes.hpp"
#include "error.hpp"
#include "layers/dense.hpp"
#include "optimisers/sgd.hpp"

namespace minifactory {
namespace {

/// The first bytes of every capture: what it is, and in which format.
constexpr std::uint32_t kCaptureMark = 0x4D46'4331;  // "MFC1"

NeuralNetwork make_network(Index features, const ExperimentPlan& plan) {
  if (plan.layers.empty()) throw Error("OUT_OF_RANGE", "A network needs at least 1 layer.");
  if (plan.layers.back().units != 1) {
    throw Error("SHAPE_MISMATCH", "The last layer must have 1 unit, for the 1 target, not " +
                                      std::to_string(plan.layers.back().units) + ".");
  }
  std::vector<std::unique_ptr<Layer>> layers;
  Index inputs = features;
  for (const LayerPlan& layer : plan.layers) {
    layers.push_back(
        std::make_unique<Dense>(inputs, layer.units, layer.activation, plan.bias_gradient));
    inputs = layer.units;
  }
  return NeuralNetwork(std::move(layers), std::make_unique<MeanSquaredError>(plan.gradient_scale));
}

}  // namespace

Experiment::Experiment(ConstView features, ConstView targets, const ExperimentPlan& plan)
    : Experiment(features, targets, plan.data, plan.training, make_network(features.cols(), plan),
                 std::make_unique<SGD>(plan.learning_rate)) {}

Experiment::Experiment(ConstView features, ConstView targets, const DataPlan& data,
                       const TrainingPlan& training, NeuralNetwork network,
                       std::unique_ptr<Optimizer> optimizer)
    : data_(features, targets, data),
      network_(std::move(network)),
      optimizer_(std::move(optimizer)),
      trainer_(network_, *optimizer_, training, data_.examples(RowSet::kTraining), data_.watched()),
      least_squares_(LeastSquares::fit(view(data_.examples(RowSet::kTraining).features),
                                       data_.examples(RowSet::kTraining).targets.col(0))) {}

Matrix Experiment::predict(ConstView raw_features) {
  return network_.forward(view(data_.scale(raw_features)));
}

Matrix Experiment::predictions(RowSet set) {
  return network_.forward(view(data_.examples(set).features));
}

Metrics Experiment::metrics(RowSet set) {
  const Examples& examples = data_.examples(set);
  return measure(network_.forward(view(examples.features)), view(examples.targets));
}

Metrics Experiment::mean_metrics(RowSet set) const {
  const double mean = data_.examples(RowSet::kTraining).targets.mean();
  const Matrix& targets = data_.examples(set).targets;
  return measure(view(Matrix(Matrix::Constant(targets.rows(), 1, mean))), view(targets));
}

Metrics Experiment::least_squares_metrics(RowSet set) const {
  const Examples& examples = data_.examples(set);
  return measure(least_squares_.predict(view(examples.features)), examples.targets.col(0));
}

Response Experiment::response(Index feature, double from, double to, Index steps) {
  const Matrix& test = data_.examples(RowSet::kTest).features;
  if (feature < 0 || feature >= test.cols()) {
    throw Error("OUT_OF_RANGE", "There is no feature " + std::to_string(feature) + "; there are " +
                                    std::to_string(test.cols()) + ", counted from 0.");
  }
  if (steps < 2) {
    throw Error("OUT_OF_RANGE",
                "A response needs at least 2 steps, not " + std::to_string(steps) + ".");
  }
  Response response;
  response.scaled = Vector::LinSpaced(steps, from, to);
  response.raw = data_.unscale(feature, response.scaled);
  Matrix rows = test.colwise().mean().replicate(steps, 1);
  rows.col(feature) = response.scaled;
  response.predictions = network_.forward(view(rows)).col(0);
  return response;
}

std::vector<Matrix> Experiment::activations(const std::vector<std::int32_t>& rows) {
  const Examples chosen = data_.examples(rows);
  network_.forward(view(chosen.features));
  std::vector<Matrix> outputs;
  for (const auto& layer : network_.layers()) {
    for (const auto& operation : layer->operations()) outputs.emplace_back(operation->output());
  }
  return outputs;
}

Trace Experiment::trace(const std::vector<std::int32_t>& rows, Mode mode) {
  const Examples chosen = data_.examples(rows);
  RandomState random = trainer_.next_batch().random;
  return minifactory::trace(network_, view(chosen.features), view(chosen.targets), {mode, &random});
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
    throw Error("SHAPE_MISMATCH", "The network has " + std::to_string(network_.parameter_count()) +
                                      " parameters, not " + std::to_string(parameters.size()) +
                                      ".");
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

std::vector<std::uint8_t> Experiment::capture() const {
  ByteWriter body;
  trainer_.write(body);
  ByteWriter whole;
  whole.write(kCaptureMark);
  whole.write(checksum(body.bytes().data(), body.bytes().size()));
  whole.write_all(body.bytes().data(), body.bytes().size());
  return whole.bytes();
}

void Experiment::restore(const std::vector<std::uint8_t>& capture) {
  ByteReader bytes(capture.data(), capture.size());
  if (bytes.read<std::uint32_t>() != kCaptureMark) {
    throw Error("CAPTURE_DAMAGED", "These bytes are not a capture this version can read.");
  }
  const auto expected = bytes.read<std::uint64_t>();
  const std::size_t header = capture.size() - bytes.left();
  if (checksum(capture.data() + header, bytes.left()) != expected) {
    throw Error("CAPTURE_DAMAGED", "The capture was changed or cut short since it was written.");
  }
  trainer_.read(bytes);
}

}  // namespace minifactory
