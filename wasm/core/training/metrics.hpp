#pragma once

#include "numerics/matrix.hpp"

namespace minifactory {

/// How close the predictions of a regression are to the targets.
struct Metrics {
  Index rows;
  double target_mean;
  /// Mean absolute error, Σ|p - y|/rows, in the target's unit.
  double mae;
  /// Mean squared error, Σ(p - y)²/rows, in the target's unit squared.
  double mse;
  /// √mse, in the target's unit.
  double rmse;
  /// rmse divided by the mean target; not finite if that mean is 0.
  double relative_rmse;
  /// 1 - Σ(y - p)² / Σ(y - mean y)²: 1 for perfect predictions, 0 for always predicting the mean.
  /// NaN if all targets are equal.
  double r2;
};

/// Computes the metrics of predictions and targets, both (rows, 1). Errors: SHAPE_MISMATCH if the
/// shapes differ or have other than one column; TOO_FEW_ROWS.
Metrics measure(ConstView predictions, ConstView targets);

}  // namespace minifactory
