#include "numerics/matrix.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace minifactory {
namespace {

constexpr Index kMost = std::numeric_limits<Index>::max();

TEST(ElementCount, IsNothingIfAnIndexCannotHoldIt) {
  EXPECT_EQ(element_count(3, 7), 21);
  EXPECT_EQ(element_count(0, kMost), 0);
  EXPECT_EQ(element_count(1, kMost), kMost);
  EXPECT_EQ(element_count(2, kMost), std::nullopt);
  EXPECT_EQ(element_count(Index{1} << 32, Index{1} << 32), std::nullopt);
}

TEST(Buffer, ThrowsIfThereIsNoSuchMemory) {
  Buffer buffer;
  // The first product wraps around to 0, the second is more than a vector can hold.
  EXPECT_THROW(buffer.shaped(Index{1} << 32, Index{1} << 32), std::bad_alloc);
  EXPECT_THROW(buffer.shaped(kMost, 1), std::bad_alloc);
  const View still = buffer.shaped(2, 3);
  EXPECT_EQ(still.size(), 6);
}

}  // namespace
}  // namespace minifactory
