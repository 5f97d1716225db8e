#include "whole_number.hpp"

#include <algorithm>
#include <cmath>

#include "error.hpp"

namespace minifactory {

std::int64_t whole_number_between(double number, std::int64_t least, std::int64_t most,
                                  std::string_view what) {
  constexpr std::int64_t kExact = std::int64_t{1} << 53;
  least = std::max(least, -kExact);
  most = std::min(most, kExact);
  const bool in_range = number >= static_cast<double>(least) && number <= static_cast<double>(most);
  if (!in_range || number != std::floor(number)) {
    throw Error("OUT_OF_RANGE", {what, " must be a whole number from ", least, " to ", most, "."});
  }
  return static_cast<std::int64_t>(number);
}

}  // namespace minifactory
