#pragma once

#include "numerics/matrix.hpp"

namespace minifactory {

/// How far predictions lie from targets.
struct Metrics {
  Index rows;
  double target_mean;
  /// Mean absolute error, Σ|p - y|/rows, in the target's unit.
  double mae;
  /// Mean squared error, Σ(p - y)²/rows, in the target's unit squared.
  double mse;
  /// √mse, in the target's unit.
  double rmse;
  /// rmse over the mean target; not finite where that mean is 0.
  double relative_rmse;
  /// 1 - Σ(y - p)² / Σ(y - mean y)²: 1 is perfect, 0 as good as always saying the mean. NaN if all
  /// targets are equal, for then there is no spread to explain.
  double r2;
};

/// Both of shape (rows, 1). Errors: SHAPE_MISMATCH if the shapes differ or have other than one
/// column; TOO_FEW_ROWS.
Metrics measure(ConstView predictions, ConstView targets);

}  // namespace minifactory
