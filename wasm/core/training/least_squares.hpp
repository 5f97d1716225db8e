#pragma once

#include <vector>

#include "numerics/matrix.hpp"

namespace minifactory {

/// The linear model ŷ = X·coefficients + intercept with the smallest mean squared error.
struct LeastSquares {
  /// One for each feature.
  Vector coefficients;
  double intercept = 0.0;
  /// The number of linearly independent features. If it is below the number of features, many fits
  /// are equally good, and these are the coefficients with the smallest norm.
  Index rank = 0;

  /// Solves exactly, by a complete orthogonal decomposition (a QR with column pivoting) of the
  /// centred features, which need no intercept. features (rows, columns), targets (rows). Errors:
  /// TOO_FEW_ROWS, SHAPE_MISMATCH.
  static LeastSquares fit(ConstView features, const Vector& targets);

  /// The same for each column of targets (rows, outputs), decomposed only once.
  static std::vector<LeastSquares> fit_columns(ConstView features, ConstView targets);

  /// (rows, columns) → (rows). Error SHAPE_MISMATCH.
  Vector predict(ConstView features) const;
};

}  // namespace minifactory
