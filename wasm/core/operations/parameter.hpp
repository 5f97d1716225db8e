#pragma once

#include <string>
#include <utility>

#include "numerics/matrix.hpp"

namespace minifactory {

/// What the rows or the columns of a parameter stand for.
enum class Axis {
  kInput,   ///< One for each column of the operation's input.
  kUnit,    ///< One for each column of the operation's output.
  kSingle,  ///< There is only one.
};

/// Numbers that training changes, and the gradient of the loss with respect to them.
struct Parameter {
  /// Both matrices start at 0.
  Parameter(std::string symbol, Axis row_axis, Axis column_axis, Index rows, Index columns)
      : symbol(std::move(symbol)),
        row_axis(row_axis),
        column_axis(column_axis),
        value(Matrix::Zero(rows, columns)),
        gradient(Matrix::Zero(rows, columns)) {}

  std::string symbol;  ///< The letter in formulas: W for weights, B for a bias.
  Axis row_axis;
  Axis column_axis;
  Matrix value;
  Matrix gradient;  ///< ∂L/∂value, of the same shape.
};

}  // namespace minifactory
