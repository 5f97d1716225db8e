#include "training/evaluation_log.hpp"

#include <gtest/gtest.h>

#include "bytes.hpp"
#include "expect_error.hpp"
#include "training_fixture.hpp"

namespace minifactory {
namespace {

Evaluation numbered(Index number) {
  return {number / 3, 5 * number, 1.0 / (1.0 + static_cast<double>(number))};
}

EvaluationLog log_of(Index count) {
  EvaluationLog log;
  for (Index number = 0; number < count; ++number) log.add(numbered(number));
  return log;
}

/// The evaluations that the log should hold, computed from all that were added.
std::vector<Index> held_of(Index count, Index stride) {
  std::vector<Index> numbers;
  for (Index number = 0; number < count; ++number) {
    if (number % stride == 0 || number + 2 >= count) numbers.push_back(number);
  }
  return numbers;
}

TEST(EvaluationLog, HoldsAllThatFit) {
  for (const Index count : {0, 1, 2, 3, 100, 4096}) {
    const EvaluationLog log = log_of(count);
    ASSERT_EQ(static_cast<Index>(log.held().size()), count);
    for (Index number = 0; number < count; ++number) {
      EXPECT_EQ(log.held()[static_cast<std::size_t>(number)], numbered(number));
    }
  }
}

TEST(EvaluationLog, HoldsSomeAtEqualDistancesAndTheLatestTwo) {
  Index stride = 1;
  EvaluationLog log;
  for (Index count = 1; count <= 20'000; ++count) {
    log.add(numbered(count - 1));
    ASSERT_LE(log.held().size(), EvaluationLog::kCapacity);
    while (held_of(count, stride).size() > EvaluationLog::kCapacity) stride *= 2;
    if (count % 997 != 0) continue;
    const std::vector<Index> expected = held_of(count, stride);
    ASSERT_EQ(log.held().size(), expected.size()) << count;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      EXPECT_EQ(log.held()[i], numbered(expected[i])) << count;
    }
  }
  EXPECT_EQ(stride, 8);
}

TEST(EvaluationLog, ContinuesFromItsBytes) {
  for (const Index count : {0, 1, 2, 3, 4096, 4097, 9001}) {
    ByteWriter writer;
    log_of(count).write(writer);
    EXPECT_LE(writer.bytes().size(), 16 + 24 * EvaluationLog::kCapacity);
    ByteReader reader(writer.bytes().data(), writer.bytes().size());
    EvaluationLog restored = EvaluationLog::read(reader);
    EXPECT_EQ(reader.left(), 0U);
    for (Index number = count; number < count + 5000; ++number) restored.add(numbered(number));
    EXPECT_EQ(restored.held(), log_of(count + 5000).held());
  }
}

TEST(EvaluationLog, RejectsImpossibleBytes) {
  const auto read = [](std::uint64_t seen, std::uint64_t stride) {
    ByteWriter writer;
    writer.write(seen);
    writer.write(stride);
    ByteReader reader(writer.bytes().data(), writer.bytes().size());
    EvaluationLog::read(reader);
  };
  expect_error("CAPTURE_DAMAGED", {"capture"}, [&] { read(3, 0); });
  expect_error("CAPTURE_DAMAGED", {"capture"}, [&] { read(3, 3); });
  expect_error("CAPTURE_DAMAGED", {"capture"}, [&] { read(1'000'000, 1); });
  expect_error("CAPTURE_DAMAGED", {"capture"}, [&] { read(3, 1); });
}

}  // namespace
}  // namespace minifactory
