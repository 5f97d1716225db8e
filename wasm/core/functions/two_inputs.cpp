#include "functions/two_inputs.hpp"

namespace minifactory {

TwoInputs two_inputs(Combination combination, const Function& function, double x, double y,
                     Step step) {
  const bool is_sum = combination == Combination::kSum;
  TwoInputs pass{};
  pass.combined = is_sum ? x + y : x * y;
  pass.value = function.value(pass.combined);

  pass.s_by_a = derivative(function, pass.combined, step);
  pass.a_by_x = is_sum ? 1.0 : y;
  pass.a_by_y = is_sum ? 1.0 : x;
  pass.s_by_x = pass.s_by_a * pass.a_by_x;
  pass.s_by_y = pass.s_by_a * pass.a_by_y;
  return pass;
}

}  // namespace minifactory
