#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "numerics/matrix.hpp"

namespace minifactory {

/// NumPy's legacy `RandomState`, draw for draw: a 32-bit Mersenne Twister (MT19937), polar normal
/// numbers and shuffles by masked rejection. The same seed gives the same numbers as
/// `numpy.random.seed`.
class RandomState {
 public:
  static constexpr std::size_t kWordCount = 624;

  /// Everything the next draw depends on, as plain data.
  struct State {
    std::array<std::uint32_t, kWordCount> words{};
    /// The next word to return, 0 to 624; at 624 all words are generated anew first.
    std::uint32_t position = kWordCount;
    /// `randn` computes two numbers at a time; the second is kept for its next call.
    bool has_kept = false;
    double kept = 0.0;
  };

  explicit RandomState(std::uint32_t seed) { this->seed(seed); }

  /// Starts over; also discards a kept normal number.
  void seed(std::uint32_t seed);

  /// Uniform on 0 … 2³² - 1.
  std::uint32_t random_uint32();

  /// Uniform on [0, 1), with 53 random bits.
  double uniform();

  /// Standard normal, by Marsaglia's polar method.
  double randn();

  /// Standard normal numbers in row-major order.
  void fill_randn(View values);

  /// 0 … n-1 in random order. Error OUT_OF_RANGE if n < 0.
  std::vector<std::int32_t> permutation(std::int32_t n);

  /// order = order[permutation(order.size())], in place and without allocating.
  void permute(std::vector<std::int32_t>& order);

  const State& state() const { return state_; }

  /// Continues exactly where `state` was read. Error OUT_OF_RANGE if its position is above 624.
  void set_state(const State& state);

 private:
  void renew_words();
  /// Uniform on 0 … largest, both included.
  std::uint32_t random_up_to(std::uint32_t largest);

  State state_;
};

}  // namespace minifactory
