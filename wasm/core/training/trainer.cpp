#include "training/trainer.hpp"

#include <cmath>

#include "error.hpp"
#include "numerics/rows.hpp"

namespace minifactory {
namespace {

/// `what` begins the error sentence.
void check_duration(const Duration& duration, const char* what) {
  if (duration.count < 1) {
    throw Error("OUT_OF_RANGE",
                {what, " must be at least 1 epoch or batch, not ", duration.count, "."});
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
  check_duration(plan.stop_after, "The length of training");
  check_duration(plan.evaluate_every, "The time between evaluations");
  start();
}

void Trainer::start() {
  if (plan_.layer_seeding == LayerSeeding::kReseeded) batches_.shuffle(random_);
  for (const auto& layer : network_.layers()) {
    if (plan_.layer_seeding == LayerSeeding::kReseeded) random_.seed(plan_.seed);
    draw_parameters(*layer, plan_.initialisation, random_);
  }
  if (plan_.layer_seeding == LayerSeeding::kRunning) batches_.shuffle(random_);

  for (const Parameter* parameter : network_.parameters())
    evaluated_parameters_.push_back(parameter->value);
  optimizer_.start(network_);
}

TrainingStatus Trainer::train_batches(Index count) {
  for (Index done = 0; done < count && status() == TrainingStatus::kTraining; ++done) {
    train_batch();
    const bool was_evaluated = !evaluations().empty() && evaluations().back().batch == batch();
    if (batches_.epoch_is_over() || was_evaluated) break;
  }
  return status();
}

void Trainer::train_batch() {
  // Not at the end of the epoch before: a run that ends with an epoch must draw nothing more.
  if (batches_.epoch_is_over()) batches_.shuffle(random_);
  const Batches::Slice slice = batches_.next();
  const View features = batch_features_.shaped(slice.size, training_.features.cols());
  const View targets = batch_targets_.shaped(slice.size, training_.targets.cols());
  gather_rows(view(training_.features), slice.rows, features);
  gather_rows(view(training_.targets), slice.rows, targets);

  progress_.batch_loss = network_.train_batch(read_only(features), read_only(targets), random_);
  if (!std::isfinite(progress_.batch_loss) || !optimizer_.step(network_)) {
    progress_.status = TrainingStatus::kDiverged;
    return;
  }
  ++progress_.batch;
  progress_.loss_sum += progress_.batch_loss * static_cast<double>(slice.size);
  const bool epoch_ended = batches_.epoch_is_over();
  if (epoch_ended) finish_epoch();
  if (falls_on(plan_.evaluate_every, epoch_ended)) evaluate();

  const std::int64_t done =
      plan_.stop_after.unit == TimeUnit::kEpochs ? progress_.epoch : progress_.batch;
  if (status() == TrainingStatus::kTraining && done >= plan_.stop_after.count) {
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
  const bool is_lower = evaluations().empty() || loss < evaluations().back().loss;
  evaluations_.add({progress_.epoch, progress_.batch, loss});

  const auto& parameters = network_.parameters();
  const bool stops = plan_.early_stopping && !is_lower;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    if (stops) {
      parameters[i]->value = evaluated_parameters_[i];
    } else {
      evaluated_parameters_[i] = parameters[i]->value;
    }
  }
  if (stops) {
    progress_.status = TrainingStatus::kStoppedEarly;
  } else if (!std::isfinite(loss)) {
    progress_.status = TrainingStatus::kDiverged;
  }
}

bool Trainer::falls_on(const Duration& duration, bool epoch_ended) const {
  if (duration.unit == TimeUnit::kBatches) return progress_.batch % duration.count == 0;
  return epoch_ended && progress_.epoch % duration.count == 0;
}

bool Trainer::batch_failed(TrainingStatus status, const EvaluationLog& evaluations) {
  if (status != TrainingStatus::kDiverged) return false;
  const std::vector<Evaluation>& held = evaluations.held();
  const bool evaluation_failed = !held.empty() && !std::isfinite(held.back().loss);
  return !evaluation_failed;
}

Index Trainer::batch_in_epoch() const {
  if (batch_failed(status(), evaluations_)) return batches_.taken() - 1;
  return batches_.epoch_is_over() ? 0 : batches_.taken();
}

Trainer::NextBatch Trainer::next_batch() const {
  RandomState random = random_;
  Batches batches = batches_;
  if (batches.epoch_is_over()) batches.shuffle(random);
  const Batches::Slice slice = batches.next();
  return {{slice.rows, slice.rows + slice.size}, random};
}

double Trainer::fraction() const {
  const auto target = static_cast<double>(plan_.stop_after.count);
  if (plan_.stop_after.unit == TimeUnit::kBatches)
    return static_cast<double>(progress_.batch) / target;
  const double in_epoch =
      static_cast<double>(batch_in_epoch()) / static_cast<double>(batches_.count_in_epoch());
  return (static_cast<double>(progress_.epoch) + in_epoch) / target;
}

}  // namespace minifactory
