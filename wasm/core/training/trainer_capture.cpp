// Trainer::write and Trainer::read: the state of a run as bytes.

#include <cmath>
#include <limits>
#include <string_view>
#include <utility>

#include "bytes.hpp"
#include "training/trainer.hpp"

namespace minifactory {
namespace {

void write_matrix(ByteWriter& bytes, const Matrix& matrix) {
  bytes.write_array(matrix.data(), static_cast<std::size_t>(matrix.size()));
}

void write_text(ByteWriter& bytes, std::string_view text) {
  bytes.write_array(text.data(), text.size());
}

/// Reads a matrix with the shape of `like`. Error CAPTURE_MISMATCH.
Matrix read_matrix(ByteReader& bytes, const Matrix& like) {
  const std::vector<double> numbers = bytes.read_array<double>();
  if (static_cast<Index>(numbers.size()) != like.size()) {
    throw Error("CAPTURE_MISMATCH", "The capture belongs to a network with other layers.");
  }
  return copy_of(ConstView(numbers.data(), like.rows(), like.cols()));
}

void write_random(ByteWriter& bytes, const RandomState::State& state) {
  bytes.write_all(state.words.data(), state.words.size());
  bytes.write(state.position);
  bytes.write<std::uint8_t>(state.has_kept ? 1 : 0);
  bytes.write(state.kept);
}

RandomState::State read_random(ByteReader& bytes) {
  RandomState::State state;
  bytes.read_all(state.words.data(), state.words.size());
  state.position = bytes.read<std::uint32_t>();
  if (state.position > RandomState::kWordCount) throw impossible_capture();
  state.has_kept = bytes.read<std::uint8_t>() != 0;
  state.kept = bytes.read<double>();
  return state;
}

void write_batches(ByteWriter& bytes, const Batches::State& state) {
  bytes.write_array(state.order.data(), state.order.size());
  bytes.write<std::int64_t>(state.batch_size);
  bytes.write<std::int64_t>(state.position);
  bytes.write<std::int64_t>(state.taken);
}

Index read_index(ByteReader& bytes) {
  const std::int64_t count = read_count(bytes);
  if (count > std::numeric_limits<Index>::max()) throw impossible_capture();
  return static_cast<Index>(count);
}

Batches::State read_batches(ByteReader& bytes) {
  Batches::State state;
  state.order = bytes.read_array<std::int32_t>();
  state.batch_size = read_index(bytes);
  state.position = read_index(bytes);
  state.taken = read_index(bytes);
  return state;
}

/// The names first, so that one optimiser rejects the state of another.
void write_state(ByteWriter& bytes, const Optimizer& optimizer) {
  for (const std::string_view name : optimizer.state_names()) write_text(bytes, name);
  for (const std::vector<Matrix>& of_parameter : optimizer.state()) {
    for (const Matrix& matrix : of_parameter) write_matrix(bytes, matrix);
  }
}

OptimizerState read_state(ByteReader& bytes, const Optimizer& optimizer) {
  for (const std::string_view name : optimizer.state_names()) {
    const std::vector<char> written = bytes.read_array<char>();
    if (std::string_view(written.data(), written.size()) != name) {
      throw Error("CAPTURE_MISMATCH", "The capture belongs to a run with another optimiser.");
    }
  }
  OptimizerState state = optimizer.state();
  for (std::vector<Matrix>& of_parameter : state) {
    for (Matrix& matrix : of_parameter) matrix = read_matrix(bytes, matrix);
  }
  return state;
}

}  // namespace

void Trainer::write(ByteWriter& bytes) const {
  write_random(bytes, random_.state());
  write_batches(bytes, batches_.state());
  bytes.write(static_cast<std::uint8_t>(progress_.status));
  bytes.write<std::int64_t>(progress_.epoch);
  bytes.write<std::int64_t>(progress_.batch);
  bytes.write(progress_.batch_loss);
  bytes.write(progress_.epoch_loss);
  bytes.write(progress_.loss_sum);
  evaluations_.write(bytes);
  bytes.write(optimizer_.learning_rate());
  for (const Parameter* parameter : network_.parameters()) write_matrix(bytes, parameter->value);
  for (const Matrix& parameter : evaluated_parameters_) write_matrix(bytes, parameter);
  write_state(bytes, optimizer_);
}

void Trainer::read(ByteReader& bytes) {
  // Read and check everything before anything is changed.
  RandomState random = random_;
  random.set_state(read_random(bytes));
  Batches batches = batches_;
  batches.set_state(read_batches(bytes));
  Progress progress;
  const auto status = bytes.read<std::uint8_t>();
  progress.status = static_cast<TrainingStatus>(status);
  progress.epoch = read_count(bytes);
  progress.batch = read_count(bytes);
  progress.batch_loss = bytes.read<double>();
  progress.epoch_loss = bytes.read<double>();
  progress.loss_sum = bytes.read<double>();
  EvaluationLog evaluations = EvaluationLog::read(bytes);
  const auto learning_rate = bytes.read<double>();
  std::vector<Matrix> parameters;
  for (const Parameter* parameter : network_.parameters()) {
    parameters.push_back(read_matrix(bytes, parameter->value));
  }
  std::vector<Matrix> evaluated_parameters;
  for (const Matrix& parameter : evaluated_parameters_) {
    evaluated_parameters.push_back(read_matrix(bytes, parameter));
  }
  OptimizerState state = read_state(bytes, optimizer_);
  const bool lacks_failed_batch =
      batch_failed(progress.status, evaluations) && batches.taken() == 0;
  if (bytes.left() != 0 || lacks_failed_batch ||
      status > static_cast<std::uint8_t>(TrainingStatus::kDiverged) ||
      !(std::isfinite(learning_rate) && learning_rate > 0.0)) {
    throw impossible_capture();
  }

  random_ = random;
  batches_ = std::move(batches);
  progress_ = progress;
  evaluations_ = std::move(evaluations);
  optimizer_.set_learning_rate(learning_rate);
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    network_.parameters()[i]->value = parameters[i];
  }
  evaluated_parameters_ = std::move(evaluated_parameters);
  optimizer_.set_state(std::move(state));
}

}  // namespace minifactory
