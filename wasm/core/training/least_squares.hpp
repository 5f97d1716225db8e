#pragma once

#include "numerics/matrix.hpp"

namespace minifactory {

/// The linear model ŷ = X·coefficients + intercept that no other beats on mean squared error.
struct LeastSquares {
  /// One for each feature.
  Vector coefficients;
  double intercept = 0.0;
  /// How many features say something the others do not; below the number of features, many fits are
  /// equally good and these are the smallest coefficients among them.
  Index rank = 0;

  /// Solved exactly: columns are centred, which takes the intercept out, then a complete orthogonal
  /// decomposition (a QR with column pivoting). features (rows, columns), targets (rows).
  /// Errors: TOO_FEW_ROWS, SHAPE_MISMATCH.
  static LeastSquares fit(ConstView features, const Vector& targets);

  /// (rows, columns) → (rows). Error SHAPE_MISMATCH.
  Vector predict(ConstView features) const;
};

}  // namespace minifactory
