#pragma once

#include "numerics/matrix.hpp"

namespace minifactory {

/// The sum Σ e^x over a row of scores, as two numbers that cannot overflow.
struct ExponentialSum {
  double highest;  ///< The highest score of the row.
  double sum;      ///< Σ e^(x − highest), at least 1; 0 for a row without scores.

  /// scores (columns). A score that is NaN or +∞ makes the sum NaN.
  static ExponentialSum of(const double* scores, Index columns);

  /// e^score / Σ e^x, for a score of this row.
  double share(double score) const;
  /// −ln of that share, accurate even where the share is too small to be a number.
  double minus_log_share(double score) const;
};

/// softmax, row by row: e^x / Σ e^x. scores (rows, classes) → shares (rows, classes), which are
/// above 0 and add up to 1 in every row. The caller checks the shapes; nothing is allocated.
void softmax_rows(ConstView scores, View shares);

}  // namespace minifactory
