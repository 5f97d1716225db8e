#pragma once

#include <vector>

#include "matrix.hpp"

namespace minifactory {

/// Room for a matrix whose number of rows changes from batch to batch. It grows when it must and
/// never shrinks, so that training soon allocates nothing.
class Buffer {
 public:
  /// The room seen as (rows, columns); what an earlier call returned is no longer valid.
  View shaped(Index rows, Index columns) {
    const auto size = static_cast<std::size_t>(rows * columns);
    if (numbers_.size() < size) numbers_.resize(size);
    return View(numbers_.data(), rows, columns);
  }

 private:
  std::vector<double> numbers_;
};

}  // namespace minifactory
