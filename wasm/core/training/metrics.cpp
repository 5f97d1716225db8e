#include "training/metrics.hpp"

#include <cmath>
#include <limits>

#include "error.hpp"

namespace minifactory {
namespace {

double r_squared(ConstView predictions, ConstView targets) {
  // A rounded mean would give equal targets a spread just above 0.
  if ((targets.array() == targets(0, 0)).all()) return std::numeric_limits<double>::quiet_NaN();
  const double unexplained = (targets - predictions).squaredNorm();
  const double spread = (targets.array() - targets.mean()).square().sum();
  return 1.0 - unexplained / spread;
}

}  // namespace

Metrics measure(ConstView predictions, ConstView targets) {
  if (predictions.rows() != targets.rows() || predictions.cols() != 1 || targets.cols() != 1) {
    throw Error("SHAPE_MISMATCH",
                {"Metrics compare one column of predictions with one of targets, received ",
                 shape_of(predictions), " and ", shape_of(targets), "."});
  }
  if (targets.rows() == 0) throw Error("TOO_FEW_ROWS", "Metrics need at least 1 row.");

  Metrics metrics{};
  metrics.rows = targets.rows();
  metrics.target_mean = targets.mean();
  metrics.mae = (predictions - targets).cwiseAbs().mean();
  metrics.mse = (predictions - targets).cwiseAbs2().mean();
  metrics.rmse = std::sqrt(metrics.mse);
  metrics.relative_rmse = metrics.rmse / metrics.target_mean;
  metrics.r2 = r_squared(predictions, targets);
  return metrics;
}

}  // namespace minifactory
