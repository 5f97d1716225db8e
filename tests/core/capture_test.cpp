// Captures of an experiment: a run continues from any of them bit for bit.

#include <gtest/gtest.h>

#include <cstring>
#include <limits>

#include "bytes.hpp"
#include "expect_error.hpp"
#include "small_experiment.hpp"

namespace minifactory {
namespace {

using Capture = std::vector<std::uint8_t>;

/// Everything that shows whether two runs are the same.
void expect_same(Experiment& a, Experiment& b) {
  EXPECT_TRUE(same_bits(parameters_of(a.network()), parameters_of(b.network())));
  EXPECT_EQ(a.trainer().status(), b.trainer().status());
  EXPECT_EQ(a.trainer().epoch(), b.trainer().epoch());
  EXPECT_EQ(a.trainer().batch(), b.trainer().batch());
  EXPECT_EQ(a.trainer().batch_in_epoch(), b.trainer().batch_in_epoch());
  EXPECT_TRUE(same_bits(a.trainer().batch_loss(), b.trainer().batch_loss()));
  EXPECT_TRUE(same_bits(a.trainer().epoch_loss(), b.trainer().epoch_loss()));
  EXPECT_TRUE(same_bits(a.optimizer().learning_rate(), b.optimizer().learning_rate()));
  EXPECT_EQ(a.trainer().evaluations(), b.trainer().evaluations());
  EXPECT_EQ(a.capture(), b.capture());
}

void run(Experiment& experiment, Index batches) {
  for (Index i = 0; i < batches; ++i) experiment.trainer().train_batches(1);
}

struct Procedure {
  const char* name;
  ExperimentPlan plan;
};

std::vector<Procedure> procedures() {
  const ExperimentPlan plain = small_experiment_plan();
  ExperimentPlan shrinking = plain;
  shrinking.training.last_batch = LastBatch::kShrinks;
  ExperimentPlan reseeding = plain;
  reseeding.training.layer_seeding = LayerSeeding::kReseeded;
  ExperimentPlan stopping = plain;
  stopping.training.early_stopping = true;
  stopping.training.evaluate_every = {3, TimeUnit::kBatches};
  return {
      {"Plain", plain}, {"Shrinking", shrinking}, {"Reseeding", reseeding}, {"Stopping", stopping}};
}

class CaptureOf : public ::testing::TestWithParam<Procedure> {};

TEST_P(CaptureOf, AnyPointContinuesBitForBit) {
  SmallExperiment whole(GetParam().plan);
  // In the middle of epochs, at their ends, after evaluations, after the batch has shrunk, at the
  // end.
  for (bool ended = false; !ended; run(whole.experiment, 1)) {
    ended = whole.experiment.trainer().status() != TrainingStatus::kTraining;
    SmallExperiment restored(GetParam().plan);
    run(restored.experiment, 5);  // what it did before must not matter
    restored.experiment.restore(whole.experiment.capture());
    expect_same(restored.experiment, whole.experiment);

    SmallExperiment undisturbed(GetParam().plan);
    run(undisturbed.experiment, whole.experiment.trainer().batch());
    run(restored.experiment, 9);
    run(undisturbed.experiment, 9);
    expect_same(restored.experiment, undisturbed.experiment);
  }
}

INSTANTIATE_TEST_SUITE_P(Procedures, CaptureOf, ::testing::ValuesIn(procedures()),
                         [](const auto& info) { return info.param.name; });

TEST(Capture, IncludesTheLearningRate) {
  SmallExperiment first, second;
  first.experiment.optimizer().set_learning_rate(0.25);
  second.experiment.restore(first.experiment.capture());
  EXPECT_EQ(second.experiment.optimizer().learning_rate(), 0.25);
}

TEST(Capture, IncludesTheParametersForEarlyStopping) {
  ExperimentPlan plan = small_experiment_plan();
  plan.training.early_stopping = true;
  plan.training.evaluate_every = {4, TimeUnit::kBatches};
  plan.optimizer = sgd(1e-300);  // so that the second evaluation is no better than the first
  SmallExperiment whole(plan), restored(plan);
  run(whole.experiment, 6);
  restored.experiment.restore(whole.experiment.capture());
  run(whole.experiment, 2);
  run(restored.experiment, 2);
  EXPECT_EQ(restored.experiment.trainer().status(), TrainingStatus::kStoppedEarly);
  expect_same(restored.experiment, whole.experiment);
}

// --- Bytes that are no capture of this run.

/// Expects an error with this code, and that nothing has changed.
void expect_refused(Experiment& experiment, const std::string& code, const Capture& capture) {
  const Capture before = experiment.capture();
  expect_error(code, {"capture"}, [&] { experiment.restore(capture); });
  EXPECT_EQ(experiment.capture(), before);
}

/// The bytes with a matching checksum, so that only their content can show the damage.
Capture with_checksum(Capture capture) {
  constexpr std::size_t kMark = 4;
  constexpr std::size_t kHeader = kMark + 8;
  const std::uint64_t sum = checksum(capture.data() + kHeader, capture.size() - kHeader);
  std::memcpy(capture.data() + kMark, &sum, sizeof sum);
  return capture;
}

TEST(Capture, CutShortAnywhereIsRejected) {
  SmallExperiment small;
  run(small.experiment, 10);
  const Capture whole = small.experiment.capture();
  for (std::size_t size = 0; size < whole.size(); size += size < 40 ? 1 : 97) {
    const Capture cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    expect_refused(small.experiment, "CAPTURE_DAMAGED", cut);
    if (size > 12) expect_refused(small.experiment, "CAPTURE_DAMAGED", with_checksum(cut));
  }
}

TEST(Capture, WithOneBitChangedIsRejected) {
  SmallExperiment small;
  run(small.experiment, 10);
  const Capture whole = small.experiment.capture();
  for (std::size_t i = 0; i < whole.size(); i += i < 40 ? 1 : 61) {
    Capture changed = whole;
    changed[i] ^= static_cast<std::uint8_t>(1U << (i % 8));
    expect_refused(small.experiment, "CAPTURE_DAMAGED", changed);
  }
}

TEST(Capture, WithBytesAfterItsEndIsRejected) {
  SmallExperiment small;
  Capture longer = small.experiment.capture();
  longer.push_back(0);
  expect_refused(small.experiment, "CAPTURE_DAMAGED", longer);
  expect_refused(small.experiment, "CAPTURE_DAMAGED", with_checksum(longer));
}

TEST(Capture, OfAnotherNetworkIsRejected) {
  ExperimentPlan other_plan = small_experiment_plan();
  other_plan.layers = dense_layers({{5, "tanh"}, {1, "linear"}});
  SmallExperiment small, other(other_plan);
  expect_refused(small.experiment, "CAPTURE_MISMATCH", other.experiment.capture());
}

TEST(Capture, OfOtherRowsIsRejected) {
  ExperimentPlan other_plan = small_experiment_plan();
  other_plan.data.test_fraction = 0.5;
  SmallExperiment small, other(other_plan);
  expect_refused(small.experiment, "CAPTURE_MISMATCH", other.experiment.capture());
}

TEST(Capture, InAnotherFormatIsRejected) {
  SmallExperiment small;
  expect_refused(small.experiment, "CAPTURE_DAMAGED", {});
  expect_refused(small.experiment, "CAPTURE_DAMAGED", Capture(1000, 0));
  expect_refused(small.experiment, "CAPTURE_DAMAGED", {'h', 'e', 'l', 'l', 'o'});
}

// --- Counts that no run reaches. What comes before them in a capture has a fixed size.

constexpr std::size_t kGenerator = RandomState::kWordCount * 4 + 4 + 1 + 8;
constexpr std::size_t kOrder = 12 + kGenerator + 8;      // behind the mark, the checksum
constexpr std::size_t kTaken = kOrder + 42 * 4 + 8 + 8;  // behind the batch size, the position
constexpr std::size_t kStatus = kTaken + 8;
constexpr std::size_t kEpoch = kStatus + 1;
constexpr std::size_t kBatch = kEpoch + 8;

/// The capture with another count at this place.
Capture with_count(Capture capture, std::size_t place, std::int64_t count) {
  std::memcpy(capture.data() + place, &count, sizeof count);
  return with_checksum(capture);
}

TEST(Capture, WithACountThatNoRunReachesIsRejected) {
  SmallExperiment small;
  run(small.experiment, 9);
  const Capture whole = small.experiment.capture();
  for (const std::size_t place : {kTaken, kEpoch, kBatch}) {
    for (const std::int64_t count : {std::int64_t{-1}, std::numeric_limits<std::int64_t>::min(),
                                     std::numeric_limits<std::int64_t>::max()}) {
      expect_refused(small.experiment, "CAPTURE_DAMAGED", with_count(whole, place, count));
    }
  }
}

TEST(Capture, WithMoreBatchesThanTheRunHasEndsAtItsNextBatch) {
  ExperimentPlan plan = small_experiment_plan();
  plan.training.stop_after = {12, TimeUnit::kBatches};
  SmallExperiment small(plan);
  run(small.experiment, 9);
  small.experiment.restore(with_count(small.experiment.capture(), kBatch, 1000));
  run(small.experiment, 1);
  EXPECT_EQ(small.experiment.trainer().status(), TrainingStatus::kFinished);
}

TEST(Capture, DivergedWithoutABatchIsRejected) {
  SmallExperiment small;
  Capture forged = small.experiment.capture();
  forged[kStatus] = static_cast<std::uint8_t>(TrainingStatus::kDiverged);
  expect_refused(small.experiment, "CAPTURE_DAMAGED", with_checksum(forged));
}

TEST(Capture, ForgedIsRejectedOrStaysWithinItsMemory) {
  // Any byte changed, with a matching checksum. A sanitizer would report reads outside the memory.
  const Capture whole = SmallExperiment().experiment.capture();
  RandomState random(11);
  for (int attempt = 0; attempt < 500; ++attempt) {
    Capture forged = whole;
    for (int change = 0; change < 3; ++change) {
      forged[12 + random.random_uint32() % (forged.size() - 12)] =
          static_cast<std::uint8_t>(random.random_uint32());
    }
    SmallExperiment small;
    try {
      small.experiment.restore(with_checksum(forged));
    } catch (const Error& error) {
      EXPECT_EQ(error.code().rfind("CAPTURE_", 0), 0U) << error.what();
      continue;
    }
    run(small.experiment, 9);
  }
}

}  // namespace
}  // namespace minifactory
