#include "trainer.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "error.hpp"

namespace minifactory {
namespace {

/// Room kept for evaluations, so that recording one seldom allocates.
constexpr Index kEvaluationsKept = 4096;

/// The chosen rows of `from`, one after the other.
void gather(const Matrix& from, Batches::Slice slice, View to) {
  for (Index row = 0; row < slice.size; ++row) to.row(row) = from.row(slice.rows[row]);
}

void check_span(const Span& span, const char* what) {
  if (span.count < 1) {
    throw Error("OUT_OF_RANGE", std::string(what) + " must be at least 1 epoch or batch, not " +
                                    std::to_string(span.count) + ".");
  }
}

}  // namespace

Trainer::Trainer(NeuralNetwork& network, Optimizer& optimizer, const TrainingPlan& plan,
                 const Examples& training, const Examples& watched)
    : network_(network),
      optimizer_(optimizer),
      plan_(plan),
      training_(training),
      watched_(watched),
      random_(plan.seed),
      batches_(training.features.rows(), plan.batch_size, plan.last_batch) {
  check_span(plan.stop_after, "The length of training");
  check_span(plan.evaluate_every, "The time between evaluations");
  start();
}

void Trainer::start() {
  if (plan_.layer_seeding == LayerSeeding::kReseeded) batches_.shuffle(random_);
  for (const auto& layer : network_.layers()) {
    if (plan_.layer_seeding == LayerSeeding::kReseeded) random_.seed(plan_.seed);
    draw_parameters(*layer, plan_.initialisation, random_);
  }
  if (plan_.layer_seeding == LayerSeeding::kRunning) batches_.shuffle(random_);

  for (const ParamOperation* operation : network_.param_operations()) {
    earlier_.push_back(operation->parameter());
  }
  evaluations_.reserve(
      static_cast<std::size_t>(std::min(plan_.stop_after.count, kEvaluationsKept)));
}

TrainingStatus Trainer::train_batches(Index count) {
  const std::size_t evaluations_before = evaluations_.size();
  for (Index done = 0; done < count && status() == TrainingStatus::kTraining; ++done) {
    train_batch();
    if (batches_.epoch_is_over() || evaluations_.size() > evaluations_before) break;
  }
  return status();
}

void Trainer::train_batch() {
  // Shuffled only now: a run that ends with an epoch draws nothing more.
  if (batches_.epoch_is_over()) batches_.shuffle(random_);
  const Batches::Slice slice = batches_.next();
  const View features = batch_features_.shaped(slice.size, training_.features.cols());
  const View targets = batch_targets_.shaped(slice.size, training_.targets.cols());
  gather(training_.features, slice, features);
  gather(training_.targets, slice, targets);

  progress_.batch_loss = network_.train_batch(read_only(features), read_only(targets));
  if (!std::isfinite(progress_.batch_loss) || !optimizer_.step(network_)) {
    progress_.status = TrainingStatus::kDiverged;
    return;
  }
  ++progress_.batch;
  progress_.loss_sum += progress_.batch_loss * static_cast<double>(slice.size);
  const bool epoch_ended = batches_.epoch_is_over();
  if (epoch_ended) finish_epoch();
  if (falls_on(plan_.evaluate_every, epoch_ended)) evaluate();

  const Index done = plan_.stop_after.unit == Unit::kEpochs ? progress_.epoch : progress_.batch;
  if (status() == TrainingStatus::kTraining && done == plan_.stop_after.count) {
    progress_.status = TrainingStatus::kFinished;
  }
}

void Trainer::finish_epoch() {
  ++progress_.epoch;
  progress_.epoch_loss = progress_.loss_sum / static_cast<double>(batches_.rows());
  progress_.loss_sum = 0.0;
}

void Trainer::evaluate() {
  const double loss =
      network_.loss().forward(network_.forward(view(watched_.features)), view(watched_.targets));
  const bool is_lower = evaluations_.empty() || loss < evaluations_.back().loss;
  evaluations_.push_back({progress_.epoch, progress_.batch, loss});

  const auto& operations = network_.param_operations();
  const bool stops = plan_.early_stopping && !is_lower;
  for (std::size_t i = 0; i < operations.size(); ++i) {
    if (stops) {
      operations[i]->parameter() = earlier_[i];
    } else {
      earlier_[i] = operations[i]->parameter();
    }
  }
  if (stops) progress_.status = TrainingStatus::kStoppedEarly;
}

bool Trainer::falls_on(const Span& span, bool epoch_ended) const {
  if (span.unit == Unit::kBatches) return progress_.batch % span.count == 0;
  return epoch_ended && progress_.epoch % span.count == 0;
}

double Trainer::fraction() const {
  const auto target = static_cast<double>(plan_.stop_after.count);
  if (plan_.stop_after.unit == Unit::kBatches) return static_cast<double>(progress_.batch) / target;
  const double in_epoch =
      batches_.epoch_is_over()
          ? 0.0
          : static_cast<double>(batches_.taken()) / static_cast<double>(batches_.count_in_epoch());
  return (static_cast<double>(progress_.epoch) + in_epoch) / target;
}

}  // namespace minifactory
