#include "data/split.hpp"

#include <cmath>

#include "error.hpp"
#include "numerics/random_state.hpp"

namespace minifactory {
namespace {

/// Rounded up in floating point, as scikit-learn does: 0.07 of 100 rows are 8, since 0.07 · 100 is
/// just above 7.
std::int32_t row_share(std::int32_t rows, double fraction) {
  return static_cast<std::int32_t>(std::ceil(fraction * rows));
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

}  // namespace minifactory
