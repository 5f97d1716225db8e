#include "training/batches.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "expect_error.hpp"

namespace minifactory {
namespace {

using Rows = std::vector<std::int32_t>;

/// The rows of the next batch.
Rows next(Batches& batches) {
  const Batches::Slice slice = batches.next();
  return Rows(slice.rows, slice.rows + slice.size);
}

/// The sizes of the batches left in this epoch.
std::vector<Index> sizes(Batches& batches) {
  std::vector<Index> sizes;
  while (!batches.epoch_is_over()) sizes.push_back(batches.next().size);
  return sizes;
}

std::vector<Index> repeated(Index count, Index size) {
  return std::vector<Index>(static_cast<std::size_t>(count), size);
}

TEST(Batches, EndAnEpochWithTheRowsLeft) {
  Batches batches(354, 32, LastBatch::kShort);
  RandomState random(1);
  std::vector<Index> expected = repeated(11, 32);
  expected.push_back(2);
  for (int epoch = 0; epoch < 3; ++epoch) {
    batches.shuffle(random);
    EXPECT_EQ(sizes(batches), expected);
  }
}

TEST(Batches, ShrinkPermanentlyAsInTheBook) {
  Batches batches(354, 23, LastBatch::kShrinks);
  RandomState random(42);
  // 354 = 15 · 23 + 9 = 39 · 9 + 3 = 118 · 3
  std::vector<Index> first = repeated(15, 23);
  first.push_back(9);
  std::vector<Index> second = repeated(39, 9);
  second.push_back(3);
  for (const std::vector<Index>& expected : {first, second, repeated(118, 3), repeated(118, 3)}) {
    batches.shuffle(random);
    EXPECT_EQ(batches.count_in_epoch(), static_cast<Index>(expected.size()));
    EXPECT_EQ(sizes(batches), expected);
  }
}

TEST(Batches, PermuteTheOrderOfThePreviousShuffle) {
  Batches batches(354, 354, LastBatch::kShort);
  RandomState random(180708);
  RandomState expected(180708);
  Rows order(354);
  std::iota(order.begin(), order.end(), 0);
  for (int epoch = 0; epoch < 3; ++epoch) {
    batches.shuffle(random);
    const Rows permutation = expected.permutation(354);
    Rows permuted(order.size());
    std::transform(permutation.begin(), permutation.end(), permuted.begin(),
                   [&](std::int32_t i) { return order[static_cast<std::size_t>(i)]; });
    order = permuted;
    EXPECT_EQ(next(batches), order) << "epoch " << epoch;
  }
}

TEST(Batches, VisitEveryRowOnceAnEpoch) {
  Batches batches(10, 3, LastBatch::kShort);
  RandomState random(3);
  batches.shuffle(random);
  Rows visited;
  while (!batches.epoch_is_over()) {
    const Rows rows = next(batches);
    visited.insert(visited.end(), rows.begin(), rows.end());
  }
  EXPECT_EQ(visited, batches.state().order);
  std::sort(visited.begin(), visited.end());
  Rows all(10);
  std::iota(all.begin(), all.end(), 0);
  EXPECT_EQ(visited, all);
}

TEST(Batches, CountTheBatchesTakenAndAll) {
  Batches batches(10, 4, LastBatch::kShort);
  EXPECT_EQ(batches.count_in_epoch(), 3);
  for (Index taken = 1; taken <= 3; ++taken) {
    batches.next();
    EXPECT_EQ(batches.taken(), taken);
    EXPECT_EQ(batches.count_in_epoch(), 3);
    EXPECT_EQ(batches.epoch_is_over(), taken == 3);
  }
}

TEST(Batches, MayHoldAllRowsOrOne) {
  Batches all(5, 5, LastBatch::kShort);
  EXPECT_EQ(sizes(all), repeated(1, 5));
  Batches single(5, 1, LastBatch::kShort);
  EXPECT_EQ(sizes(single), repeated(5, 1));
}

TEST(Batches, RejectSizesThatDoNotFitTheRows) {
  expect_error("TOO_FEW_ROWS", {"no rows"}, [] { Batches(0, 1, LastBatch::kShort); });
  for (const Index size : {Index{0}, Index{-3}, Index{11}}) {
    expect_error("OUT_OF_RANGE", {"1 to the 10", std::to_string(size)},
                 [&] { Batches(10, size, LastBatch::kShort); });
  }
}

TEST(Batches, ContinueFromAState) {
  Batches batches(20, 6, LastBatch::kShrinks);
  RandomState random(5);
  batches.shuffle(random);
  while (!batches.epoch_is_over()) batches.next();
  batches.shuffle(random);
  batches.next();

  Batches other(20, 6, LastBatch::kShrinks);
  other.set_state(batches.state());
  EXPECT_EQ(other.count_in_epoch(), batches.count_in_epoch());
  while (!batches.epoch_is_over()) EXPECT_EQ(next(other), next(batches));
  EXPECT_TRUE(other.epoch_is_over());
}

TEST(Batches, RejectStatesOfOtherRowsAndDoNotChange) {
  Batches batches(4, 2, LastBatch::kShort);
  const Batches::State good = batches.state();
  const Batches::State bad[] = {
      {{0, 1, 2}, 2, 0, 0},
      {{0, 1, 2, 4}, 2, 0, 0},
      {{0, 1, 2, -1}, 2, 0, 0},
      {{0, 1, 2, 3}, 0, 0, 0},
      {{0, 1, 2, 3}, 3, 0, 0},
      {{0, 1, 2, 3}, 2, -1, 0},
      {{0, 1, 2, 3}, 2, 5, 0},
      {{0, 1, 2, 3}, 2, 0, -1},
      // Rows visited without a batch, a batch without rows, and more batches than rows.
      {{0, 1, 2, 3}, 2, 2, 0},
      {{0, 1, 2, 3}, 2, 0, 1},
      {{0, 1, 2, 3}, 2, 1, 2},
  };
  for (const Batches::State& state : bad) {
    expect_error("CAPTURE_MISMATCH", {"other training rows"}, [&] { batches.set_state(state); });
    EXPECT_EQ(batches.state().order, good.order);
    EXPECT_EQ(batches.state().batch_size, good.batch_size);
  }
}

}  // namespace
}  // namespace minifactory
