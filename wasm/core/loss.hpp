#pragma once

#include <optional>

#include "buffer.hpp"
#include "matrix.hpp"

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

 protected:
  Loss() = default;
  Loss(const Loss&) = delete;
  Loss& operator=(const Loss&) = delete;

  virtual double compute_loss(ConstView predictions, ConstView targets) const = 0;
  virtual void compute_gradient(ConstView predictions, ConstView targets, View gradient) const = 0;

 private:
  std::optional<ConstView> predictions_;
  std::optional<ConstView> targets_;
  Buffer gradient_;
};

}  // namespace minifactory
