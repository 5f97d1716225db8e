#include "products.hpp"

#include "simd.hpp"

// Why not Eigen's own product: its general kernel copies both factors into panels first, which
// costs more than the multiplication itself where a layer has a dozen units, and under WebAssembly
// its kernel is only half as fast as these where a layer has a hundred. These keep a small tile of
// the result in registers.

namespace minifactory {
namespace {

using simd::Pair;

/// A factor walked by any two strides, so that one kernel serves a matrix and its transpose.
struct Strided {
  const double* data;
  Index row_stride;
  Index depth_stride;
};

/// `Rows` × `2 · Pairs` elements of left · right, summed down the depth.
template <int Rows, int Pairs>
inline void broadcast_tile(Strided left, const double* right, Index columns, Index depth,
                           double* result) {
  Pair sums[Rows][Pairs] = {};
  for (Index k = 0; k < depth; ++k) {
    Pair across[Pairs];
    for (int p = 0; p < Pairs; ++p) across[p] = simd::load(right + 2 * p);
    for (int r = 0; r < Rows; ++r) {
      const Pair down = simd::both(left.data[r * left.row_stride]);
      for (int p = 0; p < Pairs; ++p) sums[r][p] += down * across[p];
    }
    left.data += left.depth_stride;
    right += columns;
  }
  for (int r = 0; r < Rows; ++r) {
    for (int p = 0; p < Pairs; ++p) simd::store(result + r * columns + 2 * p, sums[r][p]);
  }
}

/// All rows of `2 · Pairs` columns of the result.
template <int Pairs>
void broadcast_band(Strided left, const double* right, Index rows, Index columns, Index depth,
                    double* result) {
  constexpr int kRows = 4;
  Index row = 0;
  for (; row + kRows <= rows; row += kRows) {
    broadcast_tile<kRows, Pairs>(left, right, columns, depth, result + row * columns);
    left.data += kRows * left.row_stride;
  }
  for (; row < rows; ++row) {
    broadcast_tile<1, Pairs>(left, right, columns, depth, result + row * columns);
    left.data += left.row_stride;
  }
}

/// left (rows, depth) · right (depth, columns) for two columns or more.
void broadcast_product(Strided left, const double* right, Index rows, Index columns, Index depth,
                       double* result) {
  Index column = 0;
  for (; column + 4 <= columns; column += 4) {
    broadcast_band<2>(left, right + column, rows, columns, depth, result + column);
  }
  // An odd last column is taken together with its neighbour, which comes out the same a second
  // time.
  while (column < columns) {
    if (column + 1 == columns) --column;
    broadcast_band<1>(left, right + column, rows, columns, depth, result + column);
    column += 2;
  }
}

/// `Rows` × `Columns` elements of left · rightᵀ; both factors are read along their rows.
template <int Rows, int Columns>
inline void dot_tile(const double* left, const double* right, Index columns, Index depth,
                     double* result) {
  Pair sums[Rows][Columns] = {};
  Index k = 0;
  for (; k + 2 <= depth; k += 2) {
    Pair across[Columns];
    for (int c = 0; c < Columns; ++c) across[c] = simd::load(right + c * depth + k);
    for (int r = 0; r < Rows; ++r) {
      const Pair down = simd::load(left + r * depth + k);
      for (int c = 0; c < Columns; ++c) sums[r][c] += down * across[c];
    }
  }
  for (int r = 0; r < Rows; ++r) {
    for (int c = 0; c < Columns; ++c) {
      double sum = sums[r][c][0] + sums[r][c][1];
      if (k < depth) sum += left[r * depth + k] * right[c * depth + k];
      result[r * columns + c] = sum;
    }
  }
}

template <int Columns>
void dot_band(const double* left, const double* right, Index rows, Index columns, Index depth,
              double* result) {
  constexpr int kRows = 3;
  Index row = 0;
  for (; row + kRows <= rows; row += kRows) {
    dot_tile<kRows, Columns>(left + row * depth, right, columns, depth, result + row * columns);
  }
  for (; row < rows; ++row) {
    dot_tile<1, Columns>(left + row * depth, right, columns, depth, result + row * columns);
  }
}

/// left (rows, depth) · rightᵀ, right (columns, depth)
void dot_product(const double* left, const double* right, Index rows, Index columns, Index depth,
                 double* result) {
  constexpr int kColumns = 3;
  Index column = 0;
  for (; column + kColumns <= columns; column += kColumns) {
    dot_band<kColumns>(left, right + column * depth, rows, columns, depth, result + column);
  }
  for (; column < columns; ++column) {
    dot_band<1>(left, right + column * depth, rows, columns, depth, result + column);
  }
}

}  // namespace

void multiply(ConstView left, ConstView right, View result) {
  const Index rows = left.rows(), depth = left.cols(), columns = right.cols();
  if (columns == 1) {
    dot_product(left.data(), right.data(), rows, 1, depth, result.data());
  } else {
    broadcast_product({left.data(), depth, 1}, right.data(), rows, columns, depth, result.data());
  }
}

void multiply_transposed_left(ConstView left, ConstView right, View result) {
  const Index rows = left.cols(), depth = left.rows(), columns = right.cols();
  if (columns == 1 && rows > 1) {
    // A column is its own transpose in memory: (leftᵀ · right)ᵀ = rightᵀ · left has columns to
    // vectorise over.
    broadcast_product({right.data(), 1, 1}, left.data(), 1, rows, depth, result.data());
  } else if (columns == 1) {
    dot_product(left.data(), right.data(), 1, 1, depth, result.data());
  } else {
    broadcast_product({left.data(), 1, rows}, right.data(), rows, columns, depth, result.data());
  }
}

void multiply_transposed_right(ConstView left, ConstView right, View result) {
  const Index rows = left.rows(), depth = left.cols(), columns = right.rows();
  if (depth == 1 && columns > 1) {
    broadcast_product({left.data(), 1, 1}, right.data(), rows, columns, 1, result.data());
  } else {
    dot_product(left.data(), right.data(), rows, columns, depth, result.data());
  }
}

}  // namespace minifactory
