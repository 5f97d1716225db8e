#pragma once

#include <cstdint>
#include <vector>

#include "numerics/matrix.hpp"
#include "numerics/random_state.hpp"

namespace minifactory {

/// What happens when fewer rows are left in an epoch than a batch has.
enum class LastBatch {
  kShort,    ///< This batch has only the rows left; the next epoch starts with full batches again.
  kShrinks,  ///< The batch size stays what was left, for good: a bug in the lecture.
};

/// The order in which training rows are visited: shuffled at the start of each epoch, walked in
/// slices. Shuffles add up: each one permutes the order the last one left.
class Batches {
 public:
  /// All that changes, as plain data.
  struct State {
    std::vector<std::int32_t> order;
    Index batch_size = 0;
    /// Rows visited in this epoch.
    Index position = 0;
    /// Batches taken in this epoch.
    Index taken = 0;
  };

  /// Errors: TOO_FEW_ROWS without rows, OUT_OF_RANGE unless 1 ≤ batch_size ≤ rows.
  Batches(Index rows, Index batch_size, LastBatch last_batch);

  /// Starts an epoch: another permutation, back to the first slice.
  void shuffle(RandomState& random);

  bool epoch_is_over() const { return state_.position == rows(); }

  /// The rows of the next batch. Only while the epoch is not over.
  struct Slice {
    const std::int32_t* rows;
    Index size;
  };
  Slice next();

  Index rows() const { return static_cast<Index>(state_.order.size()); }
  Index largest_batch() const { return largest_batch_; }

  /// How many batches this epoch has in all.
  Index count_in_epoch() const;
  Index taken() const { return state_.taken; }

  const State& state() const { return state_; }

  /// Goes on exactly where `state` was read. Error CAPTURE_MISMATCH if it is not a state of so many
  /// rows.
  void set_state(State state);

 private:
  LastBatch last_batch_;
  Index largest_batch_;
  State state_;
};

}  // namespace minifactory
