#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

namespace minifactory {

/// The number itself. Error OUT_OF_RANGE, whose sentence begins with `what`, unless it is a whole
/// number from `least` to `most`, and at most ±2⁵³: up to there, a double holds every whole number.
std::int64_t whole_number_between(double number, std::int64_t least, std::int64_t most,
                                  std::string_view what);

/// The number as an integer of a type of up to 64 bits with a sign. Error OUT_OF_RANGE unless it is
/// a whole number that the type can hold, and at least `least`. All numbers from outside come
/// through here, because a plain cast is undefined for a number that does not fit.
template <typename Integer>
Integer whole_number(double number, std::string_view what,
                     Integer least = std::numeric_limits<Integer>::min()) {
  constexpr auto kMost = static_cast<std::int64_t>(std::numeric_limits<Integer>::max());
  return static_cast<Integer>(whole_number_between(number, least, kMost, what));
}

}  // namespace minifactory
