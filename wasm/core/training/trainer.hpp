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

enum class Unit { kEpochs, kBatches };

/// A length of training: so many epochs, or so many batches.
struct Duration {
  Index count;
  Unit unit;
};

/// When each layer's generator is seeded.
enum class LayerSeeding {
  kRunning,  ///< Parameters are drawn first, one layer after the other, then the rows are shuffled.
  kReseeded,  ///< Rows are shuffled first; then each layer seeds the generator again and draws, as
              ///< in chapter 3.
};

struct TrainingPlan {
  std::uint32_t seed = 20190501;
  WeightInitialisation initialisation = WeightInitialisation::kStandardNormal;
  LayerSeeding layer_seeding = LayerSeeding::kRunning;
  Index batch_size = 32;
  LastBatch last_batch = LastBatch::kShort;
  Duration stop_after{50, Unit::kEpochs};
  Duration evaluate_every{10, Unit::kEpochs};
  bool early_stopping = false;
};

enum class TrainingStatus { kTraining, kFinished, kStoppedEarly, kDiverged };

/// Trains a network batch by batch, so that a caller can look in between.
///
/// Early stopping: at each evaluation, if the loss on the watched rows is not lower than at the
/// evaluation before, training stops and the parameters go back to those held then.
///
/// Divergence: training stops at a loss or a parameter that is not finite, whether a batch or an
/// evaluation (which early stopping has not ended) comes to it. The parameters are then the last
/// finite ones.
class Trainer {
 public:
  /// Draws the parameters and readies the first batch. All arguments must outlive the trainer.
  /// Errors: TOO_FEW_ROWS, OUT_OF_RANGE (see Batches; also a duration below 1).
  Trainer(NeuralNetwork& network, Optimizer& optimizer, const TrainingPlan& plan,
          const Examples& training, const Examples& watched);

  /// Trains up to `count` batches; fewer if an epoch ends, an evaluation falls due or the run comes
  /// to its end, so that a caller can look there. Nothing happens once the run has ended.
  TrainingStatus train_batches(Index count);

  TrainingStatus status() const { return progress_.status; }
  /// Whole epochs and batches done. Where a batch diverged it is the next one: it changed nothing.
  Index epoch() const { return progress_.epoch; }
  Index batch() const { return progress_.batch; }
  /// Batches done in the current epoch; 0 between epochs.
  Index batch_in_epoch() const;
  const Batches& batches() const { return batches_; }
  /// From 0 to 1, by the plan's `stop_after`.
  double fraction() const;

  /// Loss of the latest batch before its update, and the mean over the latest whole epoch; NaN
  /// before the first.
  double batch_loss() const { return progress_.batch_loss; }
  double epoch_loss() const { return progress_.epoch_loss; }

  /// The next batch, found without taking it: its training rows, and the generator in the state in
  /// which its forward pass will draw from it.
  struct NextBatch {
    std::vector<std::int32_t> rows;
    RandomState random;
  };
  NextBatch next_batch() const;

  /// Those held of all so far (see EvaluationLog).
  const std::vector<Evaluation>& evaluations() const { return evaluations_.held(); }

  /// Everything a run depends on from here on: restored, it goes on bit for bit as if never
  /// stopped.
  void write(ByteWriter& bytes) const;
  /// Errors: CAPTURE_DAMAGED, CAPTURE_MISMATCH. Either everything is restored or nothing is
  /// changed.
  void read(ByteReader& bytes);

 private:
  struct Progress {
    TrainingStatus status = TrainingStatus::kTraining;
    Index epoch = 0;
    Index batch = 0;
    double batch_loss = std::numeric_limits<double>::quiet_NaN();
    double epoch_loss = std::numeric_limits<double>::quiet_NaN();
    /// Sum over the current epoch's batches of loss · rows.
    double loss_sum = 0.0;
  };

  void start();
  void train_batch();
  void finish_epoch();
  void evaluate();
  bool falls_on(const Duration& duration, bool epoch_ended) const;
  /// Diverged in a batch, which was then taken but not done.
  bool batch_failed() const;

  NeuralNetwork& network_;
  Optimizer& optimizer_;
  const TrainingPlan plan_;
  const Examples& training_;
  const Examples& watched_;

  RandomState random_;
  Batches batches_;
  Progress progress_;
  EvaluationLog evaluations_;
  /// The parameters held at the last evaluation.
  std::vector<Matrix> earlier_;

  Buffer batch_features_;
  Buffer batch_targets_;
};

}  // namespace minifactory
