#pragma once

#include <cstdint>
#include <vector>

#include "numerics/matrix.hpp"
#include "numerics/random_state.hpp"

namespace minifactory {

/// The last batch of an epoch, when fewer rows are left than the batch size.
enum class LastBatch {
  kShort,    ///< The last batch is smaller; the next epoch starts with full batches again.
  kShrinks,  ///< The batch size stays reduced in all later epochs: a bug in the book's code.
};

/// The order in which training visits its rows: shuffled at the start of each epoch, then divided
/// into batches. Each shuffle permutes the order that the previous one left.
class Batches {
 public:
  /// Everything that changes, as plain data.
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

  /// Starts an epoch: shuffles the order and returns to its first batch.
  void shuffle(RandomState& random);

  bool epoch_is_over() const { return state_.position == rows(); }

  /// The rows of one batch; valid until the next shuffle.
  struct Slice {
    const std::int32_t* rows;
    Index size;
  };
  /// Takes the next batch. Not allowed once the epoch is over.
  Slice next();

  Index rows() const { return static_cast<Index>(state_.order.size()); }

  /// The number of batches of this epoch.
  Index count_in_epoch() const;
  /// The number of batches taken in this epoch.
  Index taken() const { return state_.taken; }

  const State& state() const { return state_; }

  /// Continues exactly where `state` was read. Error CAPTURE_MISMATCH if it is not a state for this
  /// number of rows and batch size.
  void set_state(State state);

 private:
  LastBatch last_batch_;
  Index largest_batch_;
  State state_;
};

}  // namespace minifactory
