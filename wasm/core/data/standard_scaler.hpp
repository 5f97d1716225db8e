#pragma once

#include <string>
#include <vector>

#include "numerics/matrix.hpp"

namespace minifactory {

/// How to scale a column with one value only, whose standard deviation is 0: throw Error
/// CONSTANT_COLUMN, or set the column to 0.
enum class ConstantColumns { kError, kZero };

/// Scales each column to mean 0 and standard deviation 1: (x - mean) / deviation, with the
/// population standard deviation √(Σ(x - mean)²/rows), like scikit-learn's StandardScaler.
class StandardScaler {
 public:
  /// Computes mean and deviation of each column of `rows` (rows, columns). `names` are the columns'
  /// names in error sentences; without one, a column's number is used. Errors: TOO_FEW_ROWS,
  /// NOT_FINITE, CONSTANT_COLUMN.
  static StandardScaler fit(ConstView rows, const std::vector<std::string>& names = {},
                            ConstantColumns constant_columns = ConstantColumns::kError);

  /// (n, columns) → (n, columns); a constant column becomes 0. Error SHAPE_MISMATCH.
  Matrix transform(ConstView rows) const;

  /// Scaled values of one column → values in its own unit. Error OUT_OF_RANGE if there is no such
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
