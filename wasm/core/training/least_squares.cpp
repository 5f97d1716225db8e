#include "training/least_squares.hpp"

#include <Eigen/QR>

#include "error.hpp"

namespace minifactory {

LeastSquares LeastSquares::fit(ConstView features, const Vector& targets) {
  return fit_columns(features, {targets.data(), targets.size(), 1}).front();
}

std::vector<LeastSquares> LeastSquares::fit_columns(ConstView features, ConstView targets) {
  if (features.rows() == 0) throw Error("TOO_FEW_ROWS", "Least squares needs at least 1 row.");
  if (targets.rows() != features.rows() || targets.cols() == 0) {
    throw Error("SHAPE_MISMATCH",
                {"Least squares received features ", shape_of(features), " and targets ",
                 shape_of(targets), "; both need the same number of rows."});
  }
  const Eigen::RowVectorXd feature_means = features.colwise().mean();

  Eigen::MatrixXd centred = features.rowwise() - feature_means;
  for (Index j = 0; j < features.cols(); ++j) {
    // A rounded mean would leave noise in a constant column, and the fit would use it.
    if ((features.col(j).array() == features(0, j)).all()) centred.col(j).setZero();
  }
  const Eigen::CompleteOrthogonalDecomposition<Eigen::MatrixXd> decomposition(centred);

  std::vector<LeastSquares> fits;
  for (Index output = 0; output < targets.cols(); ++output) {
    const Vector target = targets.col(output);
    const double target_mean = target.mean();
    const Vector coefficients = decomposition.solve((target.array() - target_mean).matrix());
    fits.push_back(
        {coefficients, target_mean - feature_means.dot(coefficients), decomposition.rank()});
  }
  return fits;
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
