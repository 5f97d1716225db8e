#include "training/class_metrics.hpp"

#include <cstdint>
#include <limits>
#include <vector>

#include "data/classes.hpp"
#include "error.hpp"
#include "numerics/logarithm.hpp"
#include "numerics/softmax.hpp"

namespace minifactory {
namespace {

/// part / whole; NaN if the whole is 0.
double share(double part, double whole) {
  return whole == 0.0 ? std::numeric_limits<double>::quiet_NaN() : part / whole;
}

}  // namespace

ClassMetrics measure_classes(ConstView scores, ConstView targets) {
  if (scores.rows() != targets.rows() || scores.cols() != targets.cols()) {
    throw Error("SHAPE_MISMATCH", {"Metrics compare scores and targets of one shape, received ",
                                   shape_of(scores), " and ", shape_of(targets), "."});
  }
  if (targets.rows() == 0) throw Error("TOO_FEW_ROWS", "Metrics need at least 1 row.");
  const std::vector<std::int32_t> actual = classes_of(targets);
  const std::vector<std::int32_t> predicted = highest_classes(scores);
  const Index classes = targets.cols();
  const auto rows = static_cast<double>(targets.rows());

  ClassMetrics metrics;
  metrics.rows = targets.rows();
  metrics.confusion = Matrix::Zero(classes, classes);
  double minus_logarithms = 0.0;
  for (std::size_t i = 0; i < actual.size(); ++i) {
    metrics.confusion(actual[i], predicted[i]) += 1.0;
    const double* row = scores.data() + static_cast<Index>(i) * classes;
    minus_logarithms += ExponentialSum::of(row, classes).minus_log_share(row[actual[i]]);
  }
  metrics.accuracy = metrics.confusion.trace() / rows;
  metrics.cross_entropy = minus_logarithms / rows;
  metrics.precision.resize(classes);
  metrics.recall.resize(classes);
  for (Index c = 0; c < classes; ++c) {
    metrics.precision(c) = share(metrics.confusion(c, c), metrics.confusion.col(c).sum());
    metrics.recall(c) = share(metrics.confusion(c, c), metrics.confusion.row(c).sum());
  }
  return metrics;
}

Matrix frequency_scores(ConstView targets) {
  if (targets.rows() == 0) throw Error("TOO_FEW_ROWS", "Frequencies need at least 1 row.");
  const auto rows = static_cast<double>(targets.rows());
  Matrix scores = targets.colwise().sum();
  return scores.unaryExpr([rows](double count) { return simd::logarithm(count / rows); });
}

}  // namespace minifactory
