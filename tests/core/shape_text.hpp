#pragma once

#include <string>

#include "numerics/matrix.hpp"

namespace minifactory {

/// "(32, 13)"
inline std::string shape_text(Index rows, Index columns) { return text_of({Shape{rows, columns}}); }

template <typename Derived>
std::string shape_text(const Eigen::DenseBase<Derived>& array) {
  return shape_text(array.rows(), array.cols());
}

}  // namespace minifactory
