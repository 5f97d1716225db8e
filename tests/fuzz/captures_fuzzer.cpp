// Fuzzes the reading of captures. An input is one byte that chooses the run, then the bytes of a
// capture from the generator's position on. The header, with a checksum that matches, and the words
// of the generator are added here, so that the input is short and only its content can be wrong. A
// capture must be refused without any change, or training must go on from it.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <iostream>

#include "bytes.hpp"
#include "training/experiment.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace minifactory {
namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t kMark = 4;
constexpr std::size_t kHeader = kMark + sizeof(std::uint64_t);
constexpr std::size_t kWords = RandomState::kWordCount * sizeof(std::uint32_t);
constexpr std::size_t kBefore = kHeader + kWords;  ///< The bytes of a capture an input lacks.

constexpr unsigned kRuns = 3;

PartPlan dense(double units, std::string_view activation) {
  return {"dense", Settings().with_number("units", units).with_text("activation", activation)};
}

ExperimentPlan plan_of(unsigned run) {
  ExperimentPlan plan;
  plan.layers = {dense(2.0, "tanh"), dense(1.0, "linear")};
  plan.loss = {"mean-squared-error", Settings()};
  plan.optimizer = {"sgd", Settings().with_number("learningRate", 0.02)};
  plan.training.batch_size = 3;
  plan.training.stop_after = {3, TimeUnit::kEpochs};
  plan.training.evaluate_every = {1, TimeUnit::kEpochs};
  if (run == 1) {
    plan.optimizer.name = "momentum";
    plan.layers.insert(plan.layers.begin() + 1, {"dropout", Settings()});
    plan.training.early_stopping = true;
    plan.training.evaluate_every = {2, TimeUnit::kBatches};
  } else if (run == 2) {
    plan.training.last_batch = LastBatch::kShrinks;
    plan.training.layer_seeding = LayerSeeding::kReseeded;
    plan.training.stop_after = {9, TimeUnit::kBatches};
  }
  return plan;
}

Experiment experiment_of(unsigned run) {
  Matrix features(11, 2);
  Matrix targets(11, 1);
  for (Index row = 0; row < features.rows(); ++row) {
    const auto x = static_cast<double>(row);
    features.row(row) << x, x * x;
    targets(row, 0) = 3.0 * x - 7.0;
  }
  return Experiment(view(features), view(targets), plan_of(run));
}

void require(bool holds, const char* what) {
  if (holds) return;
  std::cerr << what << std::endl;
  std::abort();
}

/// The capture an input stands for; `genuine` is one of the same run.
Bytes capture_of(const std::uint8_t* tail, std::size_t size, const Bytes& genuine) {
  Bytes capture(genuine.begin(), genuine.begin() + kBefore);
  capture.insert(capture.end(), tail, tail + size);
  const std::uint64_t sum = checksum(capture.data() + kHeader, capture.size() - kHeader);
  std::memcpy(capture.data() + kMark, &sum, sizeof sum);
  return capture;
}

void look_at(Experiment& experiment) {
  const Trainer& trainer = experiment.trainer();
  require(trainer.epoch() >= 0 && trainer.batch() >= 0, "a negative count");
  require(trainer.batch_in_epoch() >= 0, "a negative batch in the epoch");
  require(trainer.batch_in_epoch() <= trainer.batches().count_in_epoch(), "a batch too many");
  require(!std::isnan(trainer.fraction()), "no fraction");
  experiment.trace(experiment.next_rows(), Mode::kTraining);
  experiment.metrics(RowSet::kTest);
}

/// A run that is used for all inputs, because making one takes longer than everything else.
struct Stage {
  explicit Stage(unsigned run) : experiment(experiment_of(run)), start(experiment.capture()) {}

  Experiment experiment;
  const Bytes start;
};

void run(Stage& stage, const std::uint8_t* tail, std::size_t size) {
  Experiment& experiment = stage.experiment;
  const Bytes capture = capture_of(tail, size, stage.start);
  try {
    experiment.restore(capture);
  } catch (const Error& error) {
    require(error.code().rfind("CAPTURE_", 0) == 0, error.what());
    require(experiment.capture() == stage.start, "a refused capture changed the run");
    return;
  }
  look_at(experiment);
  for (int i = 0; i < 6; ++i) experiment.trainer().train_batches(1);
  look_at(experiment);
  const Bytes after = experiment.capture();
  const Trainer& trainer = experiment.trainer();
  // A forged run may count on from the largest count, and then it can no longer be restored.
  const bool is_readable = std::max(trainer.epoch(), trainer.batch()) <= kMostCounted;
  experiment.restore(stage.start);
  require(experiment.capture() == stage.start, "the run did not return to its start");
  if (!is_readable) return;
  experiment.restore(after);
  require(experiment.capture() == after, "the run's own capture changed it");
  experiment.restore(stage.start);
}

/// The input for a capture of a run after some batches.
Bytes genuine_input(unsigned run, unsigned batches) {
  Experiment experiment = experiment_of(run);
  for (; batches > 0; --batches) experiment.trainer().train_batches(1);
  Bytes input = experiment.capture();
  input.erase(input.begin(), input.begin() + kBefore);
  input.insert(input.begin(), static_cast<std::uint8_t>(run));
  return input;
}

}  // namespace
}  // namespace minifactory

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static std::array<minifactory::Stage, minifactory::kRuns> stages{
      minifactory::Stage(0), minifactory::Stage(1), minifactory::Stage(2)};
  if (size > 0) minifactory::run(stages[data[0] % minifactory::kRuns], data + 1, size - 1);
  return 0;
}

/// Starts from captures of real runs; from there on, libFuzzer's own changes.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  if (size > 2) return LLVMFuzzerMutate(data, size, most);
  const minifactory::Bytes input =
      minifactory::genuine_input(seed % minifactory::kRuns, seed / minifactory::kRuns % 16);
  if (input.size() > most) return LLVMFuzzerMutate(data, size, most);
  std::memcpy(data, input.data(), input.size());
  return input.size();
}
