#include "training/batches.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "error.hpp"

namespace minifactory {

Batches::Batches(Index rows, Index batch_size, LastBatch last_batch)
    : last_batch_(last_batch),
      largest_batch_(batch_size),
      state_{std::vector<std::int32_t>(static_cast<std::size_t>(rows)), batch_size, 0, 0} {
  if (rows < 1) throw Error("TOO_FEW_ROWS", "There are no rows to train on.");
  if (batch_size < 1 || batch_size > rows) {
    throw Error("OUT_OF_RANGE", {"The batch size must be from 1 to the ", rows,
                                 " training rows, not ", batch_size, "."});
  }
  std::iota(state_.order.begin(), state_.order.end(), 0);
}

void Batches::shuffle(RandomState& random) {
  random.permute(state_.order);
  state_.position = 0;
  state_.taken = 0;
}

Batches::Slice Batches::next() {
  const Index left = rows() - state_.position;
  const Index size = std::min(state_.batch_size, left);
  if (last_batch_ == LastBatch::kShrinks) state_.batch_size = size;
  const Slice slice{state_.order.data() + state_.position, size};
  state_.position += size;
  ++state_.taken;
  return slice;
}

Index Batches::count_in_epoch() const {
  const Index left = rows() - state_.position;
  return state_.taken + (left + state_.batch_size - 1) / state_.batch_size;
}

void Batches::set_state(State state) {
  const Index count = static_cast<Index>(state.order.size());
  const bool in_range = std::all_of(state.order.begin(), state.order.end(),
                                    [&](std::int32_t row) { return row >= 0 && row < count; });
  // Every batch taken has visited at least one row.
  const bool taken_fits =
      state.taken <= state.position && (state.taken == 0) == (state.position == 0);
  if (count != rows() || !in_range || state.batch_size < 1 || state.batch_size > largest_batch_ ||
      state.position < 0 || state.position > count || state.taken < 0 || !taken_fits) {
    throw Error("CAPTURE_MISMATCH", "The capture belongs to a run with other training rows.");
  }
  state_ = std::move(state);
}

}  // namespace minifactory
