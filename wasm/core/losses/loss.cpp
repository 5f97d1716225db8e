#include "losses/loss.hpp"

#include "error.hpp"

namespace minifactory {

double Loss::forward(ConstView predictions, ConstView targets) {
  if (predictions.rows() != targets.rows() || predictions.cols() != targets.cols()) {
    throw Error("SHAPE_MISMATCH",
                {"The loss compares predictions of shape ", shape_of(predictions),
                 " with targets of shape ", shape_of(targets), "; the two must be equal."});
  }
  if (predictions.rows() == 0) throw Error("TOO_FEW_ROWS", "The loss of no rows is not defined.");
  predictions_.emplace(predictions);
  targets_.emplace(targets);
  return compute_loss(predictions, targets);
}

ConstView Loss::backward() {
  check_ready();
  const View gradient = gradient_.shaped(predictions_->rows(), predictions_->cols());
  compute_gradient(*predictions_, *targets_, gradient);
  return read_only(gradient);
}

double Loss::objective() const {
  check_ready();
  return compute_objective(*predictions_, *targets_);
}

void Loss::check_ready() const {
  if (!predictions_) throw Error("NOT_READY", "The loss has not run forward yet.");
}

}  // namespace minifactory
