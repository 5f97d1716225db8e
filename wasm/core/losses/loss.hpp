#pragma once

#include <optional>

#include "numerics/matrix.hpp"

namespace minifactory {

/// Measures the error of predictions in one number, which training minimises, and computes its
/// gradient.
///
/// The base class stores what it compares and checks the shapes; a subclass only computes.
class Loss {
 public:
  virtual ~Loss() = default;

  /// predictions and targets (rows, outputs) → the loss. Both must outlive `backward` and
  /// `objective`. Errors: SHAPE_MISMATCH unless the shapes are equal, TOO_FEW_ROWS for none.
  double forward(ConstView predictions, ConstView targets);

  /// ∂L/∂predictions (rows, outputs), valid until the next call. Error NOT_READY before the first
  /// forward pass.
  ConstView backward();

  /// The number whose gradient `backward` computes: the loss itself or, if the gradient is scaled,
  /// the loss scaled by the same factor. A gradient check needs it. Error NOT_READY before the
  /// first forward pass.
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
