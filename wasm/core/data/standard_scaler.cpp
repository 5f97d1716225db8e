#include "data/standard_scaler.hpp"

#include <cmath>

#include "error.hpp"

namespace minifactory {
namespace {

std::string column_text(Index column, const std::vector<std::string>& names) {
  const auto position = static_cast<std::size_t>(column);
  return position < names.size() ? "Column \"" + names[position] + "\""
                                 : "Column " + std::to_string(column);
}

bool is_constant(ConstView rows, Index column) {
  return (rows.col(column).array() == rows(0, column)).all();
}

}  // namespace

StandardScaler StandardScaler::fit(ConstView rows, const std::vector<std::string>& names,
                                   ConstantColumns constant_columns) {
  if (rows.rows() == 0) throw Error("TOO_FEW_ROWS", "Scaling needs at least 1 row.");

  // Row by row, so that every machine, and NumPy, adds in the same order.
  const auto count = static_cast<double>(rows.rows());
  StandardScaler scaler;
  scaler.mean_ = Vector::Zero(rows.cols());
  for (Index i = 0; i < rows.rows(); ++i) scaler.mean_ += rows.row(i).transpose();
  scaler.mean_ /= count;

  Vector variance = Vector::Zero(rows.cols());
  for (Index i = 0; i < rows.rows(); ++i) {
    variance += (rows.row(i).transpose() - scaler.mean_).cwiseAbs2();
  }
  scaler.standard_deviation_ = (variance / count).cwiseSqrt();

  for (Index j = 0; j < rows.cols(); ++j) {
    double& deviation = scaler.standard_deviation_(j);
    if (!std::isfinite(deviation)) {
      throw Error("NOT_FINITE",
                  {column_text(j, names), " holds a value that is not a finite number."});
    }
    // A rounded mean can give a constant column a deviation just above 0.
    if (is_constant(rows, j)) deviation = 0.0;
    if (deviation == 0.0 && constant_columns == ConstantColumns::kError) {
      throw Error("CONSTANT_COLUMN", {column_text(j, names),
                                      " has the same value in every row, so it cannot be scaled."});
    }
  }
  return scaler;
}

Matrix StandardScaler::transform(ConstView rows) const {
  if (rows.cols() != mean_.size()) {
    throw Error("SHAPE_MISMATCH", {"StandardScaler expected ", Shape{rows.rows(), mean_.size()},
                                   ", received ", shape_of(rows), "."});
  }
  Matrix scaled(rows.rows(), rows.cols());
  if (rows.rows() == 0) return scaled;  // Without memory, there is no column to point to.
  for (Index j = 0; j < rows.cols(); ++j) {
    if (standard_deviation_(j) == 0.0) {
      scaled.col(j).setZero();
    } else {
      scaled.col(j) = (rows.col(j).array() - mean_(j)) / standard_deviation_(j);
    }
  }
  return scaled;
}

Vector StandardScaler::inverse(Index column, const Vector& scaled) const {
  if (column < 0 || column >= mean_.size()) {
    throw Error("OUT_OF_RANGE", {"There is no column ", column, " among ", mean_.size(), "."});
  }
  return scaled.array() * standard_deviation_(column) + mean_(column);
}

}  // namespace minifactory
