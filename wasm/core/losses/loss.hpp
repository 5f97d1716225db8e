#pragma once

#include <optional>

#include "numerics/matrix.hpp"

namespace minifactory {

/// One number that says how wrong predictions are, and which way each one should move.
class Loss {
 public:
  virtual ~Loss() = default;

  /// predictions and targets (rows, outputs) → the loss. Both must outlive `backward`.
  /// Errors: SHAPE_MISMATCH unless the shapes are equal, TOO_FEW_ROWS for none.
  double forward(ConstView predictions, ConstView targets);

  /// ∂L/∂predictions (rows, outputs). Error NOT_READY before any forward pass.
  ConstView backward();

  /// The number whose gradient `backward` gives. It is the loss itself, unless the gradient is
  /// scaled: then it is the loss scaled alike, which a gradient check has to nudge. Error
  /// NOT_READY.
  double objective() const;

 protected:
  Loss() = default;
  Loss(const Loss&) = delete;
  Loss& operator=(const Loss&) = delete;

  virtual double compute_loss(ConstView predictions, ConstView targets) const = 0;
  virtual double compute_objective(ConstView predictions, ConstView targets) const {
    return compute_loss(predictions, targets);
  }
  virtual void compute_gradient(ConstView predictions, ConstView targets, View gradient) const = 0;

 private:
  void check_ready() const;

  std::optional<ConstView> predictions_;
  std::optional<ConstView> targets_;
  Buffer gradient_;
};

}  // namespace minifactory
