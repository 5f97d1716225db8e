#include "data/split.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "error.hpp"
#include "numerics/random_state.hpp"

namespace minifactory {
namespace {

/// Rounded up in floating point, as scikit-learn does: 0.07 of 100 rows are 8, since 0.07 · 100 is
/// just above 7.
std::int32_t row_share(std::int32_t rows, double fraction) {
  return static_cast<std::int32_t>(std::ceil(fraction * rows));
}

/// Shares out `total` rows over the classes in proportion to their sizes: each gets the whole part
/// of its share, and the classes with the largest remainders, the lower number first, one more.
/// No class gets more than it has, as long as the total is at most the sum of the sizes.
std::vector<std::int64_t> shared_out(std::int64_t total, const std::vector<std::int64_t>& sizes) {
  const std::int64_t all = std::accumulate(sizes.begin(), sizes.end(), std::int64_t{0});
  std::vector<std::int64_t> counts;
  std::vector<std::size_t> order;
  std::int64_t left = total;
  for (const std::int64_t size : sizes) {
    order.push_back(counts.size());
    counts.push_back(total * size / all);
    left -= counts.back();
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return total * sizes[a] % all > total * sizes[b] % all;
  });
  for (std::size_t i = 0; left > 0; ++i, --left) ++counts[order[i]];
  return counts;
}

}  // namespace

Split train_test_split(std::int32_t rows, double test_fraction, double validation_fraction,
                       std::uint32_t seed) {
  if (!(test_fraction > 0.0 && test_fraction < 1.0)) {
    throw Error("OUT_OF_RANGE", "The test fraction must lie between 0 and 1.");
  }
  if (!(validation_fraction >= 0.0 && validation_fraction < 1.0)) {
    throw Error("OUT_OF_RANGE",
                "The validation fraction must be 0 for none, or lie between 0 and 1.");
  }
  const std::int32_t test_rows = row_share(rows, test_fraction);
  const std::int32_t validation_rows = row_share(rows, validation_fraction);
  if (rows - test_rows - validation_rows < 1) {
    throw Error("TOO_FEW_ROWS",
                {"Of ", rows, " rows, ", test_rows, " are for testing and ", validation_rows,
                 " for validation, which leaves none to train on."});
  }
  const std::vector<std::int32_t> order = RandomState(seed).permutation(rows);
  const auto validation_begin = order.begin() + test_rows;
  const auto training_begin = validation_begin + validation_rows;
  return {{training_begin, order.end()},
          {validation_begin, training_begin},
          {order.begin(), validation_begin}};
}

Split stratified_split(const std::vector<std::int32_t>& classes, double test_fraction,
                       double validation_fraction, std::uint32_t seed) {
  // Also checks the fractions; its order is that of one permutation of all rows.
  const auto rows = static_cast<std::int32_t>(classes.size());
  const Split plain = train_test_split(rows, test_fraction, validation_fraction, seed);
  std::vector<std::int32_t> order = plain.test;
  order.insert(order.end(), plain.validation.begin(), plain.validation.end());
  order.insert(order.end(), plain.training.begin(), plain.training.end());

  std::vector<std::int64_t> sizes;
  for (const std::int32_t each : classes) {
    if (each < 0) throw Error("OUT_OF_RANGE", {"There is no class ", each, "."});
    const auto place = static_cast<std::size_t>(each);
    if (place >= sizes.size()) sizes.resize(place + 1);
    ++sizes[place];
  }
  std::vector<std::int64_t> test = shared_out(static_cast<std::int64_t>(plain.test.size()), sizes);
  for (std::size_t c = 0; c < sizes.size(); ++c) sizes[c] -= test[c];
  std::vector<std::int64_t> validation =
      shared_out(static_cast<std::int64_t>(plain.validation.size()), sizes);

  Split split;
  for (const std::int32_t row : order) {
    const auto its_class = static_cast<std::size_t>(classes[static_cast<std::size_t>(row)]);
    if (test[its_class] > 0) {
      --test[its_class];
      split.test.push_back(row);
    } else if (validation[its_class] > 0) {
      --validation[its_class];
      split.validation.push_back(row);
    } else {
      split.training.push_back(row);
    }
  }
  return split;
}

}  // namespace minifactory
