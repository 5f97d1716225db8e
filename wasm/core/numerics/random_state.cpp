#include "numerics/random_state.hpp"

#include <cmath>
#include <numeric>
#include <utility>

#include "error.hpp"

namespace minifactory {
namespace {

// The constants of MT19937 (Matsumoto and Nishimura, 1998).
constexpr std::size_t kMiddleOffset = 397;
constexpr std::uint32_t kTwistMatrix = 0x9908b0dfU;
constexpr std::uint32_t kUpperBit = 0x80000000U;
constexpr std::uint32_t kLowerBits = 0x7fffffffU;
constexpr std::uint32_t kSeedMultiplier = 1812433253U;

std::uint32_t temper(std::uint32_t word) {
  word ^= word >> 11U;
  word ^= (word << 7U) & 0x9d2c5680U;
  word ^= (word << 15U) & 0xefc60000U;
  return word ^ (word >> 18U);
}

}  // namespace

void RandomState::seed(std::uint32_t seed) {
  state_ = State{};
  std::uint32_t word = seed;
  for (std::uint32_t i = 0; i < kWordCount; ++i) {
    state_.words[i] = word;
    word = kSeedMultiplier * (word ^ (word >> 30U)) + i + 1;
  }
}

void RandomState::renew_words() {
  auto& words = state_.words;
  const auto renew = [&words](std::size_t i, std::size_t next, std::size_t middle) {
    const std::uint32_t joined = (words[i] & kUpperBit) | (words[next] & kLowerBits);
    const std::uint32_t twisted = (joined >> 1U) ^ ((joined & 1U) != 0 ? kTwistMatrix : 0U);
    words[i] = words[middle] ^ twisted;
  };
  // Indices wrap around at kWordCount; three separate ranges avoid a modulo for each word.
  constexpr std::size_t kWraps = kWordCount - kMiddleOffset;
  for (std::size_t i = 0; i < kWraps; ++i) renew(i, i + 1, i + kMiddleOffset);
  for (std::size_t i = kWraps; i < kWordCount - 1; ++i) renew(i, i + 1, i - kWraps);
  renew(kWordCount - 1, 0, kMiddleOffset - 1);
  state_.position = 0;
}

std::uint32_t RandomState::random_uint32() {
  if (state_.position == kWordCount) renew_words();
  return temper(state_.words[state_.position++]);
}

double RandomState::uniform() {
  const std::uint32_t high = random_uint32() >> 5U;  // 27 bits
  const std::uint32_t low = random_uint32() >> 6U;   // 26 bits
  return (high * 67108864.0 + low) / 9007199254740992.0;
}

double RandomState::randn() {
  if (state_.has_kept) {
    state_.has_kept = false;
    return std::exchange(state_.kept, 0.0);
  }
  double x1 = 0.0;
  double x2 = 0.0;
  double r2 = 0.0;
  do {
    x1 = 2.0 * uniform() - 1.0;
    x2 = 2.0 * uniform() - 1.0;
    r2 = x1 * x1 + x2 * x2;
  } while (r2 >= 1.0 || r2 == 0.0);
  const double factor = std::sqrt(-2.0 * std::log(r2) / r2);
  state_.kept = factor * x1;
  state_.has_kept = true;
  return factor * x2;
}

void RandomState::fill_randn(View values) {
  for (Index i = 0; i < values.size(); ++i) values.data()[i] = randn();
}

std::uint32_t RandomState::random_up_to(std::uint32_t largest) {
  // All ones from the highest bit of `largest` down.
  const std::uint32_t mask = ~std::uint32_t{0} >> static_cast<unsigned>(__builtin_clz(largest));
  std::uint32_t draw = 0;
  do {
    draw = random_uint32() & mask;
  } while (draw > largest);
  return draw;
}

std::vector<std::int32_t> RandomState::permutation(std::int32_t n) {
  if (n < 0) {
    throw Error("OUT_OF_RANGE", {"A permutation needs 0 or more rows, not ", n, "."});
  }
  std::vector<std::int32_t> order(static_cast<std::size_t>(n));
  std::iota(order.begin(), order.end(), 0);
  permute(order);
  return order;
}

void RandomState::permute(std::vector<std::int32_t>& order) {
  // The swaps that turn 0 … n-1 into a permutation turn any order into order[permutation].
  for (std::size_t i = order.size(); i-- > 1;) {
    std::swap(order[i], order[random_up_to(static_cast<std::uint32_t>(i))]);
  }
}

void RandomState::set_state(const State& state) {
  if (state.position > kWordCount) {
    throw Error("OUT_OF_RANGE", {"A generator's position is 0 to 624, not ", state.position, "."});
  }
  state_ = state;
}

}  // namespace minifactory
