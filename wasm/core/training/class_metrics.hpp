#pragma once

#include "numerics/matrix.hpp"

namespace minifactory {

/// How close the predictions of a classification are to the actual classes. The predicted class of
/// a row is the one with the highest score, the first of equal ones.
struct ClassMetrics {
  Index rows = 0;
  /// The share of rows whose predicted class is the actual one.
  double accuracy = 0.0;
  /// The mean of −ln of the probability of the actual class, in nats; the probabilities are the
  /// softmax of the scores.
  double cross_entropy = 0.0;
  /// (actual classes, predicted classes): the number of rows of each pair.
  Matrix confusion;
  /// For each class, the share of the rows predicted as this class that are of this class; NaN if
  /// the class is never predicted.
  Vector precision;
  /// For each class, the share of its rows that are predicted as this class; NaN if it has no rows.
  Vector recall;
};

/// Computes the metrics of scores and one-hot targets, both (rows, classes). A score may be −∞, for
/// a probability of 0. Errors: SHAPE_MISMATCH, TOO_FEW_ROWS, NOT_ONE_HOT.
ClassMetrics measure_classes(ConstView scores, ConstView targets);

/// The scores (1, classes) of always predicting the shares of the classes in these one-hot targets
/// (rows, classes): ln of each share, −∞ for a class without rows. The predicted class is the most
/// frequent one. Error TOO_FEW_ROWS.
Matrix frequency_scores(ConstView targets);

}  // namespace minifactory
