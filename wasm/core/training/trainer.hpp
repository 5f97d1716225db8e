#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "data/prepared_data.hpp"
#include "layers/neural_network.hpp"
#include "numerics/random_state.hpp"
#include "optimisers/optimizer.hpp"
#include "training/batches.hpp"
#include "training/evaluation_log.hpp"
#include "training/initialisation.hpp"

namespace minifactory {

enum class TimeUnit { kEpochs, kBatches };

/// A length of training: a number of epochs or of batches.
struct Duration {
  Index count;
  TimeUnit unit;
};

/// How the generator is seeded when parameters are drawn and rows shuffled.
enum class LayerSeeding {
  kRunning,   ///< Once: all layers draw their parameters, then the rows are shuffled.
  kReseeded,  ///< For each layer again, after the rows were shuffled, as in chapter 3.
};

/// How a network is trained: the settings of a recipe for the Trainer.
struct TrainingPlan {
  std::uint32_t seed = 20190501;
  WeightInitialisation initialisation = WeightInitialisation::kStandardNormal;
  LayerSeeding layer_seeding = LayerSeeding::kRunning;
  Index batch_size = 32;
  LastBatch last_batch = LastBatch::kShort;
  Duration stop_after{50, TimeUnit::kEpochs};
  Duration evaluate_every{10, TimeUnit::kEpochs};
  bool early_stopping = false;
};

/// Whether a run goes on, or how it ended.
enum class TrainingStatus { kTraining, kFinished, kStoppedEarly, kDiverged };

/// Trains a network in small steps, between which a caller can look at it.
///
/// Early stopping: if the loss at an evaluation is not lower than at the previous evaluation,
/// training stops and the parameters return to those of the previous evaluation.
///
/// Divergence: training stops when the loss of a batch or of an evaluation, a parameter or the
/// optimiser's state would be infinite or NaN. The parameters are then the last finite ones. If an
/// evaluation meets both conditions, early stopping applies.
class Trainer {
 public:
  /// Draws the parameters and shuffles the rows. `watched` are the rows for evaluations. All
  /// arguments but the plan must outlive the trainer. Errors: TOO_FEW_ROWS, OUT_OF_RANGE (see
  /// Batches; also for a duration below 1).
  Trainer(NeuralNetwork& network, Optimizer& optimizer, const TrainingPlan& plan,
          const Examples& training, const Examples& watched);

  /// Trains up to `count` batches. Returns earlier after the end of an epoch, after an evaluation
  /// and at the end of the run. Does nothing once the run has ended.
  TrainingStatus train_batches(Index count);

  TrainingStatus status() const { return progress_.status; }
  /// Whole epochs and batches done. A batch that diverged does not count, as it changed nothing.
  std::int64_t epoch() const { return progress_.epoch; }
  std::int64_t batch() const { return progress_.batch; }
  /// Batches done in the current epoch; 0 between epochs.
  Index batch_in_epoch() const;
  const Batches& batches() const { return batches_; }
  /// The part of `stop_after` that is done, from 0 to 1.
  double fraction() const;

  /// Loss of the latest batch before its update, and the mean over the latest whole epoch; NaN
  /// before the first.
  double batch_loss() const { return progress_.batch_loss; }
  double epoch_loss() const { return progress_.epoch_loss; }

  /// The next batch: its rows among the training rows, and the state of the generator at the start
  /// of its forward pass.
  struct NextBatch {
    std::vector<std::int32_t> rows;
    RandomState random;
  };
  /// Finds the next batch without taking it.
  NextBatch next_batch() const;

  /// The evaluations so far, as far as the EvaluationLog holds them.
  const std::vector<Evaluation>& evaluations() const { return evaluations_.held(); }

  /// Writes everything that the rest of the run depends on.
  void write(ByteWriter& bytes) const;
  /// Continues bit for bit from where `write` was called. Errors: CAPTURE_DAMAGED,
  /// CAPTURE_MISMATCH; then nothing is changed.
  void read(ByteReader& bytes);

 private:
  struct Progress {
    TrainingStatus status = TrainingStatus::kTraining;
    // With 64 bits also under WebAssembly, where 2³¹ batches would only take an hour.
    std::int64_t epoch = 0;
    std::int64_t batch = 0;
    double batch_loss = std::numeric_limits<double>::quiet_NaN();
    double epoch_loss = std::numeric_limits<double>::quiet_NaN();
    /// Σ loss · rows over the batches of the current epoch.
    double loss_sum = 0.0;
  };

  void start();
  void train_batch();
  void finish_epoch();
  void evaluate();
  bool falls_on(const Duration& duration, bool epoch_ended) const;
  /// Whether a run with this status ended with a batch that diverged: it was taken, but does not
  /// count as done.
  static bool batch_failed(TrainingStatus status, const EvaluationLog& evaluations);

  NeuralNetwork& network_;
  Optimizer& optimizer_;
  const TrainingPlan plan_;
  const Examples& training_;
  const Examples& watched_;

  RandomState random_;
  Batches batches_;
  Progress progress_;
  EvaluationLog evaluations_;
  /// The parameters at the latest evaluation.
  std::vector<Matrix> evaluated_parameters_;

  Buffer batch_features_;
  Buffer batch_targets_;
};

}  // namespace minifactory
