#include "operations/relu.hpp"

namespace minifactory {

void ReLU::compute_output(ConstView input, View output) const {
  output.array() = (input.array() <= 0.0).select(0.0, input.array());
}

void ReLU::compute_input_gradient(ConstView output_gradient, View input_gradient) const {
  input_gradient.array() = (input().array() <= 0.0).select(0.0, output_gradient.array());
}

}  // namespace minifactory
