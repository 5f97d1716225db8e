#include "numerics/products.hpp"

#include <algorithm>

#include "numerics/simd.hpp"

// Why not Eigen's own product: its general kernel copies both factors into panels first, which
// costs more than the multiplication itself where a layer has a dozen units, and under WebAssembly
// its kernel is only half as fast as these where a layer has a hundred. These keep a small tile of
// the result in registers.

namespace minifactory {
namespace {

using simd::Pair;

/// A factor read with any two strides, so that one kernel serves a matrix and its transpose.
struct Strided {
  const double* data;
  Index row_stride;
  Index depth_stride;
};

/// `Rows` × `2 · Pairs` elements of left · right, summed down the depth.
template <int Rows, int Pairs>
void broadcast_tile(Strided left, const double* right, Index columns, Index depth, double* result) {
  Pair sums[Rows][Pairs] = {};
  for (Index k = 0; k < depth; ++k) {
    Pair across[Pairs];
    for (int p = 0; p < Pairs; ++p) across[p] = simd::load(right + 2 * p);
    for (int r = 0; r < Rows; ++r) {
      const Pair down = simd::splat(left.data[r * left.row_stride]);
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
  // A tile and its factors must fit into 16 registers: 4 × 2 pairs or 3 × 3. Tiles of 3 rows take
  // what would otherwise be left over for a slow tile of 1.
  while (rows > 0) {
    const Index count = Pairs < 3 && rows % 4 == 0 ? 4 : std::min<Index>(rows, 3);
    if (count == 4) {
      broadcast_tile<4, Pairs>(left, right, columns, depth, result);
    } else if (count == 3) {
      broadcast_tile<3, Pairs>(left, right, columns, depth, result);
    } else if (count == 2) {
      broadcast_tile<2, Pairs>(left, right, columns, depth, result);
    } else {
      broadcast_tile<1, Pairs>(left, right, columns, depth, result);
    }
    left.data += count * left.row_stride;
    result += count * columns;
    rows -= count;
  }
}

/// left (rows, depth) · right (depth, columns) for two columns or more, in bands of 2 pairs of
/// columns and one of 3 where their number is odd. With an odd number of columns the last band
/// starts one column early and computes that column again, with the same result.
void broadcast_product(Strided left, const double* right, Index rows, Index columns, Index depth,
                       double* result) {
  Index pairs = (columns + 1) / 2;
  Index column = 0;
  while (pairs > 0) {
    const Index wanted = pairs % 2 == 1 && pairs > 1 ? 3 : std::min<Index>(pairs, 2);
    const Index count = std::min(wanted, columns / 2);
    column = std::min(column, columns - 2 * count);
    if (count == 3) {
      broadcast_band<3>(left, right + column, rows, columns, depth, result + column);
    } else if (count == 2) {
      broadcast_band<2>(left, right + column, rows, columns, depth, result + column);
    } else {
      broadcast_band<1>(left, right + column, rows, columns, depth, result + column);
    }
    column += 2 * count;
    pairs -= count;
  }
}

/// `Rows` × `Columns` elements of left · rightᵀ; both factors are read along their rows.
template <int Rows, int Columns>
void dot_tile(const double* left, const double* right, Index columns, Index depth, double* result) {
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

/// How many rows or columns the next tile takes: threes, after as many twos as make the rest
/// divisible by 3.
Index next_of_three(Index left) { return left % 3 == 0 ? 3 : std::min<Index>(left, 2); }

template <int Columns>
void dot_band(const double* left, const double* right, Index rows, Index columns, Index depth,
              double* result) {
  while (rows > 0) {
    const Index count = next_of_three(rows);
    if (count == 3) {
      dot_tile<3, Columns>(left, right, columns, depth, result);
    } else if (count == 2) {
      dot_tile<2, Columns>(left, right, columns, depth, result);
    } else {
      dot_tile<1, Columns>(left, right, columns, depth, result);
    }
    left += count * depth;
    result += count * columns;
    rows -= count;
  }
}

/// left (rows, depth) · rightᵀ, right (columns, depth)
void dot_product(const double* left, const double* right, Index rows, Index columns, Index depth,
                 double* result) {
  for (Index column = 0; column < columns;) {
    const Index count = next_of_three(columns - column);
    if (count == 3) {
      dot_band<3>(left, right + column * depth, rows, columns, depth, result + column);
    } else if (count == 2) {
      dot_band<2>(left, right + column * depth, rows, columns, depth, result + column);
    } else {
      dot_band<1>(left, right + column * depth, rows, columns, depth, result + column);
    }
    column += count;
  }
}

/// Products without an element to compute, or of factors without an element, which have no memory
/// to point into: the result is 0.
bool is_trivial(Index depth, View result) {
  if (result.size() > 0 && depth > 0) return false;
  result.setZero();
  return true;
}

}  // namespace

void multiply(ConstView left, ConstView right, View result) {
  const Index rows = left.rows(), depth = left.cols(), columns = right.cols();
  if (is_trivial(depth, result)) return;
  if (columns == 1) {
    dot_product(left.data(), right.data(), rows, 1, depth, result.data());
  } else {
    broadcast_product({left.data(), depth, 1}, right.data(), rows, columns, depth, result.data());
  }
}

void multiply_transposed_left(ConstView left, ConstView right, View result) {
  const Index rows = left.cols(), depth = left.rows(), columns = right.cols();
  if (is_trivial(depth, result)) return;
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
  if (is_trivial(depth, result)) return;
  if (depth == 1 && columns > 1) {
    broadcast_product({left.data(), 1, 1}, right.data(), rows, columns, 1, result.data());
  } else {
    dot_product(left.data(), right.data(), rows, columns, depth, result.data());
  }
}

}  // namespace minifactory
