#include "operations/bias_add.hpp"

#include <numeric>

#include "error.hpp"
#include "numerics/rows.hpp"

namespace minifactory {

Index BiasAdd::output_columns(Index input_columns) const {
  if (input_columns != parameter().cols()) {
    throw Error("SHAPE_MISMATCH", {"BiasAdd has a bias of shape ", shape_of(parameter()),
                                   ", so its input must be (rows, ", parameter().cols(),
                                   "), not (rows, ", input_columns, ")."});
  }
  return input_columns;
}

void BiasAdd::compute_output(ConstView input, View output) const {
  add_to_rows(input, parameter(), output);
}

void BiasAdd::compute_input_gradient(ConstView output_gradient, View input_gradient) const {
  input_gradient = output_gradient;
}

void BiasAdd::compute_parameter_gradients(ConstView output_gradient) {
  View sums = gradient();
  sum_of_rows(output_gradient, sums);
  if (bias_gradient_ == BiasGradient::kSummedOverUnits) {
    // Not Eigen's sum: its order, and so the last bits, depend on the machine.
    sums.setConstant(std::accumulate(sums.data(), sums.data() + sums.size(), 0.0));
  }
}

}  // namespace minifactory
