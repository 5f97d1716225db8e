#include "numerics/rows.hpp"

#include "numerics/simd.hpp"

namespace minifactory {

using simd::Pair;

void add_to_rows(ConstView matrix, ConstView row, View result) {
  const Index columns = matrix.cols();
  const double* from = matrix.data();
  const double* add = row.data();
  double* to = result.data();
  for (Index r = 0; r < matrix.rows(); ++r) {
    Index c = 0;
    for (; c + 2 <= columns; c += 2) {
      simd::store(to + c, simd::load(from + c) + simd::load(add + c));
    }
    if (c < columns) to[c] = from[c] + add[c];
    from += columns;
    to += columns;
  }
}

void sum_of_rows(ConstView matrix, View result) {
  const Index rows = matrix.rows(), columns = matrix.cols();
  const double* from = matrix.data();
  Index c = 0;
  for (; c + 4 <= columns; c += 4) {
    Pair first = {}, second = {};
    for (Index r = 0; r < rows; ++r) {
      first += simd::load(from + r * columns + c);
      second += simd::load(from + r * columns + c + 2);
    }
    simd::store(result.data() + c, first);
    simd::store(result.data() + c + 2, second);
  }
  for (; c < columns; ++c) {
    double sum = 0.0;
    for (Index r = 0; r < rows; ++r) sum += from[r * columns + c];
    result.data()[c] = sum;
  }
}

void gather_rows(ConstView matrix, const std::int32_t* chosen, View result) {
  const Index columns = matrix.cols();
  double* to = result.data();
  for (Index r = 0; r < result.rows(); ++r) {
    const double* from = matrix.data() + chosen[r] * columns;
    Index c = 0;
    for (; c + 4 <= columns; c += 4) {
      const Pair first = simd::load(from + c);
      const Pair second = simd::load(from + c + 2);
      simd::store(to + c, first);
      simd::store(to + c + 2, second);
    }
    for (; c < columns; ++c) to[c] = from[c];
    to += columns;
  }
}

}  // namespace minifactory
