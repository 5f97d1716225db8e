#include "operations/operation.hpp"

#include "error.hpp"
#include "name_table.hpp"

namespace minifactory {
namespace {

constexpr Named<Mode> kModes[] = {{"training", Mode::kTraining}, {"inference", Mode::kInference}};

}  // namespace

std::string_view role_name(Role role) {
  switch (role) {
    case Role::kWeights:
      return "weights";
    case Role::kBias:
      return "bias";
    case Role::kActivation:
      return "activation";
    case Role::kRegulariser:
      break;
  }
  return "regulariser";
}

Mode mode_named(std::string_view name) { return entry_named(kModes, name, "mode").value; }

ConstView Operation::forward(ConstView input, const ForwardContext& context) {
  const View output = output_buffer_.shaped(input.rows(), output_columns(input.cols()));
  if (context.mode == Mode::kTraining && !ignores_mode_) {
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
  if (!input_) throw Error("NOT_READY", {kind(), " has not run forward yet."});
  return *input_;
}

ConstView Operation::output() const {
  if (!output_) throw Error("NOT_READY", {kind(), " has not run forward yet."});
  return *output_;
}

void Operation::compute_training_output(ConstView input, View output, RandomState& /*random*/) {
  ignores_mode_ = true;
  compute_output(input, output);
}

void Operation::check_output_gradient(ConstView output_gradient) const {
  if (output_gradient.rows() != output().rows() || output_gradient.cols() != output().cols()) {
    throw Error("SHAPE_MISMATCH",
                {kind(), " put out ", shape_of(output()), ", so its output gradient cannot be ",
                 shape_of(output_gradient), "."});
  }
}

}  // namespace minifactory
