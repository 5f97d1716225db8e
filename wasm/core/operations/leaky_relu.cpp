#include "operations/leaky_relu.hpp"

namespace minifactory {

void LeakyReLU::compute_output(ConstView input, View output) const {
  output.array() = (input.array() > 0.0).select(input.array(), kNegativeSlope * input.array());
}

void LeakyReLU::compute_input_gradient(ConstView output_gradient, View input_gradient) const {
  input_gradient.array() =
      (input().array() > 0.0)
          .select(output_gradient.array(), kNegativeSlope * output_gradient.array());
}

}  // namespace minifactory
