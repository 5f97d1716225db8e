#pragma once

#include <string_view>

#include "numerics/matrix.hpp"

namespace minifactory {

/// What the rows or the columns of a parameter correspond to.
enum class Axis {
  kInput,   ///< One for each column of the operation's input.
  kUnit,    ///< One for each column of the operation's output.
  kSingle,  ///< There is exactly one.
};

/// The name in `describe`: input, unit or single.
inline std::string_view axis_name(Axis axis) {
  if (axis == Axis::kInput) return "input";
  return axis == Axis::kUnit ? "unit" : "single";
}

/// A matrix of numbers to learn, and the gradient of the loss with respect to it.
struct Parameter {
  std::string_view symbol;  ///< The letter in formulas, e.g. W for weights.
  Axis row_axis;
  Axis column_axis;
  Matrix value;
  Matrix gradient;  ///< ∂L/∂value, of the same shape.
};

}  // namespace minifactory
