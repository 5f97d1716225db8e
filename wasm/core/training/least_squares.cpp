#include "training/least_squares.hpp"

#include <Eigen/QR>

#include "error.hpp"

namespace minifactory {

LeastSquares LeastSquares::fit(ConstView features, const Vector& targets) {
  if (features.rows() == 0) throw Error("TOO_FEW_ROWS", "Least squares needs at least 1 row.");
  if (targets.size() != features.rows()) {
    throw Error("SHAPE_MISMATCH",
                {"Least squares received features ", shape_of(features), " and targets ",
                 shape_of(targets), "; both need the same number of rows."});
  }
  const Eigen::RowVectorXd feature_means = features.colwise().mean();
  const double target_mean = targets.mean();

  Eigen::MatrixXd centred = features.rowwise() - feature_means;
  for (Index j = 0; j < features.cols(); ++j) {
    // A rounded mean would leave noise in a constant column, and the fit would use it.
    if ((features.col(j).array() == features(0, j)).all()) centred.col(j).setZero();
  }
  const Eigen::CompleteOrthogonalDecomposition<Eigen::MatrixXd> decomposition(centred);
  const Vector coefficients = decomposition.solve((targets.array() - target_mean).matrix());
  return {coefficients, target_mean - feature_means.dot(coefficients), decomposition.rank()};
}

Vector LeastSquares::predict(ConstView features) const {
  if (features.cols() != coefficients.size()) {
    throw Error("SHAPE_MISMATCH",
                {"Least squares expected features ", Shape{features.rows(), coefficients.size()},
                 ", received ", shape_of(features), "."});
  }
  return (features * coefficients).array() + intercept;
}

}  // namespace minifactory
