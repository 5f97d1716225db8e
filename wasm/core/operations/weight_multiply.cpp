#include "operations/weight_multiply.hpp"

#include "error.hpp"
#include "numerics/products.hpp"

namespace minifactory {

Index WeightMultiply::output_columns(Index input_columns) const {
  if (input_columns != parameter().rows()) {
    throw Error("SHAPE_MISMATCH", {"WeightMultiply has weights of shape ", shape_of(parameter()),
                                   ", so its input must be (rows, ", parameter().rows(),
                                   "), not (rows, ", input_columns, ")."});
  }
  return parameter().cols();
}

void WeightMultiply::compute_output(ConstView input, View output) const {
  multiply(input, parameter(), output);
}

void WeightMultiply::compute_input_gradient(ConstView output_gradient, View input_gradient) const {
  multiply_transposed_right(output_gradient, parameter(), input_gradient);
}

void WeightMultiply::compute_parameter_gradients(ConstView output_gradient) {
  multiply_transposed_left(input(), output_gradient, gradient());
}

}  // namespace minifactory
