#pragma once

#include <Eigen/Core>
#include <vector>

#include "error.hpp"

namespace minifactory {

using Index = Eigen::Index;

/// A table of doubles, row-major, as NumPy's arrays are.
using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Vector = Eigen::Matrix<double, Eigen::Dynamic, 1>;

/// Someone else's numbers seen as a matrix: contiguous, row-major, no copy.
using View = Eigen::Map<Matrix>;
using ConstView = Eigen::Map<const Matrix>;

inline ConstView view(const Matrix& matrix) {
  return ConstView(matrix.data(), matrix.rows(), matrix.cols());
}

/// The same, to be written.
inline View writable(Matrix& matrix) { return View(matrix.data(), matrix.rows(), matrix.cols()); }

Matrix copy_of(ConstView numbers);

Matrix zeros(Index rows, Index columns);

/// The same numbers, to be read only.
inline ConstView read_only(View numbers) {
  return ConstView(numbers.data(), numbers.rows(), numbers.cols());
}

/// Memory for a matrix whose number of rows changes from batch to batch. It grows when needed and
/// never shrinks, so that training soon allocates nothing.
class Buffer {
 public:
  /// The memory seen as (rows, columns). Views returned by earlier calls are no longer valid.
  View shaped(Index rows, Index columns) {
    const auto size = static_cast<std::size_t>(rows * columns);
    if (numbers_.size() < size) numbers_.resize(size);
    return View(numbers_.data(), rows, columns);
  }

 private:
  std::vector<double> numbers_;
};

/// For error sentences.
template <typename Derived>
Shape shape_of(const Eigen::DenseBase<Derived>& array) {
  return {array.rows(), array.cols()};
}

}  // namespace minifactory
