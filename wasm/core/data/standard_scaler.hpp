#pragma once

#include <string>
#include <vector>

#include "numerics/matrix.hpp"

namespace minifactory {

/// What to do with a column that has only one value, and so no spread to divide by.
enum class ConstantColumns { kError, kZero };

/// Shifts and stretches each column to mean 0 and standard deviation 1: (x - mean) / deviation,
/// with the population standard deviation √(Σ(x - mean)²/rows), as scikit-learn's StandardScaler
/// does.
class StandardScaler {
 public:
  /// Learns the columns of `rows`, shape (rows, columns). `names` are for error sentences; a column
  /// without one goes by its number. Errors: TOO_FEW_ROWS, NOT_FINITE, and CONSTANT_COLUMN unless
  /// they are to be 0.
  static StandardScaler fit(ConstView rows, const std::vector<std::string>& names = {},
                            ConstantColumns constant_columns = ConstantColumns::kError);

  /// Shape (n, columns) → (n, columns); a constant column is 0 everywhere. Error SHAPE_MISMATCH.
  Matrix transform(ConstView rows) const;

  /// Scaled values of one column back in its own unit. Error OUT_OF_RANGE if there is no such
  /// column.
  Vector inverse(Index column, const Vector& scaled) const;

  /// One for each column.
  const Vector& mean() const { return mean_; }
  /// One for each column; 0 for a constant column.
  const Vector& standard_deviation() const { return standard_deviation_; }

 private:
  Vector mean_;
  Vector standard_deviation_;
};

}  // namespace minifactory
