#pragma once

#include <Eigen/Core>
#include <new>
#include <optional>
#include <vector>

#include "error.hpp"

namespace minifactory {

using Index = Eigen::Index;

/// A table of doubles, row-major like NumPy's arrays.
using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Vector = Eigen::Matrix<double, Eigen::Dynamic, 1>;

/// Contiguous, row-major numbers owned by someone else, seen as a matrix without a copy.
using View = Eigen::Map<Matrix>;
using ConstView = Eigen::Map<const Matrix>;

/// The matrix as a view to read.
inline ConstView view(const Matrix& matrix) {
  return ConstView(matrix.data(), matrix.rows(), matrix.cols());
}

/// The matrix as a view to write.
inline View writable(Matrix& matrix) { return View(matrix.data(), matrix.rows(), matrix.cols()); }

/// The same numbers as a view to read.
inline ConstView read_only(View numbers) {
  return ConstView(numbers.data(), numbers.rows(), numbers.cols());
}

/// rows · columns; nothing if an Index cannot hold that number.
inline std::optional<Index> element_count(Index rows, Index columns) {
  Index count = 0;
  if (__builtin_mul_overflow(rows, columns, &count)) return std::nullopt;
  return count;
}

Matrix copy_of(ConstView numbers);

/// One column of a matrix, as a copy (rows, 1).
Matrix column_of(ConstView numbers, Index column);

Matrix zeros(Index rows, Index columns);

/// Memory for a matrix whose number of rows changes from batch to batch. It grows when needed and
/// never shrinks, so that training allocates nothing after the largest batch.
class Buffer {
 public:
  /// The memory as a matrix (rows, columns). Views from earlier calls are no longer valid. Throws
  /// std::bad_alloc if there is no such memory.
  View shaped(Index rows, Index columns) {
    const std::optional<Index> count = element_count(rows, columns);
    if (!count || static_cast<std::size_t>(*count) > numbers_.max_size()) throw std::bad_alloc();
    const auto size = static_cast<std::size_t>(*count);
    if (numbers_.size() < size) numbers_.resize(size);
    return View(numbers_.data(), rows, columns);
  }

 private:
  std::vector<double> numbers_;
};

/// The shape of a matrix, for error sentences.
template <typename Derived>
Shape shape_of(const Eigen::DenseBase<Derived>& array) {
  return {array.rows(), array.cols()};
}

}  // namespace minifactory
