#include "operations/param_operation.hpp"

#include <utility>

namespace minifactory {

ParamOperation::ParamOperation(std::vector<Parameter> parameters)
    : parameters_(std::move(parameters)) {}

ConstView ParamOperation::backward(ConstView output_gradient, InputGradient wanted) {
  check_output_gradient(output_gradient);
  compute_parameter_gradients(output_gradient);
  return Operation::backward(output_gradient, wanted);
}

std::vector<Parameter*> ParamOperation::parameters() {
  std::vector<Parameter*> all;
  for (Parameter& parameter : parameters_) all.push_back(&parameter);
  return all;
}

}  // namespace minifactory
