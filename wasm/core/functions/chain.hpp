#pragma once

#include <string>
#include <vector>

#include "functions/functions.hpp"

namespace minifactory {

/// Nested functions of one number, … f3(f2(f1(x))), in the order in which they are applied.
class Chain {
 public:
  /// Names as in `function_names()`. Errors: EMPTY_CHAIN, UNKNOWN_NAME.
  explicit Chain(const std::vector<std::string>& names);

  double operator()(double x) const;

  /// The forward pass: f1(x), f2(f1(x)), …, one value after each function.
  std::vector<double> values(double x) const;

  /// The backward pass: f1'(x), f2'(f1(x)), …, each function's derivative at its own input.
  /// With a step, each is a central difference. Error OUT_OF_RANGE as `numeric_derivative`.
  std::vector<double> factors(double x, Step step = kExact) const;

  /// The chain rule: the product of the factors.
  double derivative(double x, Step step = kExact) const;

  /// The central difference of the whole chain as one function. Error OUT_OF_RANGE as
  /// `numeric_derivative`.
  double numeric_derivative(double x, double step = kDefaultStep) const;

 private:
  std::vector<Function> functions_;
};

}  // namespace minifactory
