#include "operations/bias_add.hpp"

#include <numeric>

#include "error.hpp"
#include "numerics/rows.hpp"

namespace minifactory {

Index BiasAdd::output_columns(Index input_columns) const {
  if (input_columns != parameter().cols()) {
    throw Error("SHAPE_MISMATCH", "BiasAdd has a bias of shape " + shape_text(parameter()) +
                                      ", so its input must be (rows, " +
                                      std::to_string(parameter().cols()) + "), not (rows, " +
                                      std::to_string(input_columns) + ").");
  }
  return input_columns;
}

void BiasAdd::compute_output(ConstView input, View output) const {
  add_to_rows(input, view(parameter()), output);
}

void BiasAdd::compute_input_gradient(ConstView output_gradient, View input_gradient) const {
  input_gradient = output_gradient;
}

void BiasAdd::compute_parameter_gradient(ConstView output_gradient, View gradient) const {
  sum_of_rows(output_gradient, gradient);
  if (bias_gradient_ == BiasGradient::kSummedOverUnits) {
    // One after the other: Eigen's own sum has another order, and other bits, on every machine.
    gradient.setConstant(std::accumulate(gradient.data(), gradient.data() + gradient.size(), 0.0));
  }
}

}  // namespace minifactory
