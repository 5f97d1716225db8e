#include "operations/operation.hpp"

#include <string>

#include "error.hpp"

namespace minifactory {

ConstView Operation::forward(ConstView input, const ForwardContext& context) {
  const View output = output_buffer_.shaped(input.rows(), output_columns(input.cols()));
  if (context.mode == Mode::kTraining) {
    compute_training_output(input, output, *context.random);
  } else {
    compute_output(input, output);
  }
  mode_ = context.mode;
  input_.emplace(input);
  output_.emplace(read_only(output));
  return *output_;
}

ConstView Operation::backward(ConstView output_gradient, InputGradient wanted) {
  check_output_gradient(output_gradient);
  if (wanted == InputGradient::kSkip) return ConstView(nullptr, 0, 0);
  const View input_gradient = input_gradient_buffer_.shaped(input_->rows(), input_->cols());
  compute_input_gradient(output_gradient, input_gradient);
  return read_only(input_gradient);
}

ConstView Operation::input() const {
  if (!input_) throw Error("NOT_READY", std::string(kind()) + " has not run forward yet.");
  return *input_;
}

ConstView Operation::output() const {
  if (!output_) throw Error("NOT_READY", std::string(kind()) + " has not run forward yet.");
  return *output_;
}

void Operation::compute_training_output(ConstView input, View output, RandomState& /*random*/) {
  compute_output(input, output);
}

void Operation::check_output_gradient(ConstView output_gradient) const {
  if (output_gradient.rows() != output().rows() || output_gradient.cols() != output().cols()) {
    throw Error("SHAPE_MISMATCH", std::string(kind()) + " put out " + shape_text(output()) +
                                      ", so its output gradient cannot be " +
                                      shape_text(output_gradient) + ".");
  }
}

}  // namespace minifactory
