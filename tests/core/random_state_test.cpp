// Expected numbers: NumPy 1.24.2, numpy.random.RandomState(seed).

#include "numerics/random_state.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <random>

#include "expect_error.hpp"
#include "printed.hpp"

namespace minifactory {
namespace {

using Order = std::vector<std::int32_t>;

TEST(RandomState, DrawsTheWordsOfTheStandardMersenneTwister) {
  for (const std::uint32_t seed : {0U, 1U, 42U, 80718U, 20190501U, 4294967295U}) {
    RandomState random(seed);
    std::mt19937 standard(seed);
    for (int i = 0; i < 3000; ++i) ASSERT_EQ(random.random_uint32(), standard()) << seed;
  }
}

TEST(RandomState, DrawsNumpysWords) {
  // randint(0, 2**32, size=2000, dtype=np.uint32)[[0, 623, 624, 1999]]
  RandomState random(42);
  std::vector<std::uint32_t> words(2000);
  for (std::uint32_t& word : words) word = random.random_uint32();
  EXPECT_EQ(words[0], 1608637542U);
  EXPECT_EQ(words[623], 1077437785U);
  EXPECT_EQ(words[624], 108880612U);
  EXPECT_EQ(words[1999], 2238969328U);
}

TEST(RandomState, DrawsNumpysUniformNumbers) {
  // random_sample(1000)[[0, 1, 2, 999]]
  RandomState random(80718);
  std::vector<double> numbers(1000);
  for (double& number : numbers) number = random.uniform();
  EXPECT_EQ(numbers[0], 0.39722013616342366);
  EXPECT_EQ(numbers[1], 0.9893096691614562);
  EXPECT_EQ(numbers[2], 0.7325285540380094);
  EXPECT_EQ(numbers[999], 0.615216341163719);
}

TEST(RandomState, DrawsNumpysNormalNumbers) {
  // randn(10001)[[0, 1, 2, 3, 9999, 10000]]; the logarithm may differ in its last bit by platform.
  RandomState random(180807);
  std::vector<double> numbers(10001);
  for (double& number : numbers) number = random.randn();
  EXPECT_DOUBLE_EQ(numbers[0], 0.7127457354043795);
  EXPECT_DOUBLE_EQ(numbers[1], 0.6717717601270057);
  EXPECT_DOUBLE_EQ(numbers[2], 0.21455861666791068);
  EXPECT_DOUBLE_EQ(numbers[3], -0.31206404581894065);
  EXPECT_DOUBLE_EQ(numbers[9999], 0.5988750335719502);
  EXPECT_DOUBLE_EQ(numbers[10000], -0.4778026204702809);
}

TEST(RandomState, DrawsTheVectorsOfChapter1) {
  Matrix x(1, 3);
  RandomState(190203).fill_randn(View(x.data(), 1, 3));
  EXPECT_EQ(printed(x(0, 0), 8), "0.47231121");
  EXPECT_EQ(printed(x(0, 1), 8), "0.61514271");
  EXPECT_EQ(printed(x(0, 2), 8), "-1.72622715");
}

TEST(RandomState, FillsMatricesRowByRow) {
  Matrix x(3, 3);
  RandomState(190204).fill_randn(View(x.data(), 3, 3));
  EXPECT_EQ(printed(x(0, 0), 8), "-1.57752816");
  EXPECT_EQ(printed(x(0, 1), 7), "-0.6664228");
  EXPECT_EQ(printed(x(0, 2), 8), "0.63910406");
  EXPECT_EQ(printed(x(1, 0), 8), "-0.56152218");
  EXPECT_EQ(printed(x(1, 1), 8), "0.73729959");
  EXPECT_EQ(printed(x(1, 2), 8), "-1.42307821");
  EXPECT_EQ(printed(x(2, 0), 8), "-1.44348429");
  EXPECT_EQ(printed(x(2, 2), 7), "0.1539322");
}

TEST(RandomState, PermutesAsNumpy) {
  EXPECT_EQ(RandomState(0).permutation(10), (Order{2, 8, 4, 9, 1, 6, 7, 3, 0, 5}));
  EXPECT_EQ(RandomState(42).permutation(10), (Order{8, 1, 5, 0, 7, 2, 9, 4, 3, 6}));
  EXPECT_EQ(RandomState(80718).permutation(16),
            (Order{3, 8, 10, 4, 0, 14, 12, 11, 9, 5, 6, 2, 15, 13, 1, 7}));
  EXPECT_EQ(RandomState(7).permutation(17),
            (Order{13, 11, 16, 8, 5, 2, 1, 0, 14, 10, 7, 12, 3, 6, 9, 4, 15}));
  EXPECT_EQ(RandomState(5).permutation(2), (Order{0, 1}));
}

TEST(RandomState, PermutesAllRowsOfTheHousingDataAsNumpy) {
  // p = permutation(506); (p * np.arange(506)).sum()
  const Order order = RandomState(80718).permutation(506);
  std::int64_t checksum = 0;
  for (std::size_t i = 0; i < order.size(); ++i)
    checksum += static_cast<std::int64_t>(i) * order[i];
  EXPECT_EQ(checksum, 32231412);
}

TEST(RandomState, PermutesNothingWithoutDrawing) {
  RandomState random(3);
  EXPECT_EQ(random.permutation(0), Order{});
  EXPECT_EQ(random.permutation(1), Order{0});
  EXPECT_EQ(random.random_uint32(), RandomState(3).random_uint32());
}

TEST(RandomState, RejectsANegativeNumberOfRows) {
  expect_error("OUT_OF_RANGE", {"-1"}, [] { RandomState(1).permutation(-1); });
}

TEST(RandomState, PermutesAnyOrder) {
  RandomState random(11);
  Order order = random.permutation(100);
  RandomState twin(random);
  const Order before = order;
  const Order permutation = twin.permutation(100);
  random.permute(order);
  for (std::size_t i = 0; i < order.size(); ++i) {
    EXPECT_EQ(order[i], before[static_cast<std::size_t>(permutation[i])]);
  }
}

TEST(RandomState, MixesKindsOfDrawsAsNumpy) {
  // a = randn(3); o = np.arange(12); o = o[permutation(12)] twice; randn(); random_sample()
  RandomState random(20190501);
  for (const double expected : {0.7225866251125405, -0.5951819764073379, -0.2679313226299394}) {
    EXPECT_DOUBLE_EQ(random.randn(), expected);
  }
  Order order(12);
  std::iota(order.begin(), order.end(), 0);
  random.permute(order);
  random.permute(order);
  EXPECT_EQ(order, (Order{8, 9, 2, 0, 1, 7, 5, 6, 10, 4, 11, 3}));
  EXPECT_DOUBLE_EQ(random.randn(), -0.22503289285616823);
  EXPECT_EQ(random.uniform(), 0.475344657332854);
}

TEST(RandomState, SeedingDiscardsTheKeptNumber) {
  RandomState random(1);
  random.randn();
  ASSERT_TRUE(random.state().has_kept);
  random.seed(20190501);
  EXPECT_DOUBLE_EQ(random.randn(), 0.7225866251125405);
}

TEST(RandomState, ContinuesBitForBitFromACapturedState) {
  RandomState random(99);
  for (int i = 0; i < 701; ++i) random.randn();
  const RandomState::State captured = random.state();
  ASSERT_TRUE(captured.has_kept);

  RandomState restored(0);
  restored.set_state(captured);
  for (int i = 0; i < 2000; ++i) {
    ASSERT_EQ(restored.randn(), random.randn());
    ASSERT_EQ(restored.random_uint32(), random.random_uint32());
  }
}

TEST(RandomState, StartsOverFromTheStateOfAFreshSeed) {
  const RandomState fresh(8);
  RandomState restored(0);
  restored.set_state(fresh.state());
  EXPECT_EQ(restored.random_uint32(), RandomState(8).random_uint32());
}

TEST(RandomState, StateIsNumpysState) {
  // randn(); get_state() of seed 123
  RandomState random(123);
  random.randn();
  const RandomState::State& state = random.state();
  EXPECT_EQ(state.position, 4U);
  EXPECT_EQ(state.words.front(), 1122872025U);
  EXPECT_EQ(state.words.back(), 4270355492U);
  EXPECT_DOUBLE_EQ(state.kept, 0.9973454465835858);
}

TEST(RandomState, RejectsAnImpossibleState) {
  RandomState::State state;
  state.position = 625;
  expect_error("OUT_OF_RANGE", {"624", "625"}, [&] { RandomState(1).set_state(state); });
}

}  // namespace
}  // namespace minifactory
