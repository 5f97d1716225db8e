#pragma once

#include "functions/functions.hpp"

namespace minifactory {

enum class Combination { kSum, kProduct };

/// s = f(a) with a = x + y or a = x · y: values forward, derivatives backward.
struct TwoInputs {
  double combined;  // a
  double value;     // s
  double s_by_a;    // ds/da = f'(a)
  double a_by_x;    // da/dx: 1 for the sum, y for the product
  double a_by_y;    // da/dy: 1 for the sum, x for the product
  double s_by_x;    // ds/dx = ds/da · da/dx
  double s_by_y;    // ds/dy = ds/da · da/dy
};

/// With a step, f'(a) is a central difference. Error OUT_OF_RANGE as `numeric_derivative`.
TwoInputs two_inputs(Combination combination, const Function& function, double x, double y,
                     Step step = kExact);

}  // namespace minifactory
