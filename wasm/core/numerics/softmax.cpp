#include "numerics/softmax.hpp"

#include "numerics/exponential.hpp"
#include "numerics/logarithm.hpp"

namespace minifactory {

ExponentialSum ExponentialSum::of(const double* scores, Index columns) {
  if (columns == 0) return {0.0, 0.0};
  ExponentialSum result{scores[0], 0.0};
  for (Index c = 1; c < columns; ++c) {
    if (scores[c] > result.highest) result.highest = scores[c];
  }
  for (Index c = 0; c < columns; ++c) {
    result.sum += simd::exponential(scores[c] - result.highest);
  }
  return result;
}

double ExponentialSum::share(double score) const {
  return simd::exponential(score - highest) / sum;
}

double ExponentialSum::minus_log_share(double score) const {
  return (highest - score) + simd::logarithm(sum);
}

void softmax_rows(ConstView scores, View shares) {
  const Index columns = scores.cols();
  for (Index r = 0; r < scores.rows(); ++r) {
    const double* from = scores.data() + r * columns;
    double* to = shares.data() + r * columns;
    const ExponentialSum row = ExponentialSum::of(from, columns);
    for (Index c = 0; c < columns; ++c) to[c] = row.share(from[c]);
  }
}

}  // namespace minifactory
