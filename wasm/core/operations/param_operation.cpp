#include "operations/param_operation.hpp"

namespace minifactory {

ParamOperation::ParamOperation(Index rows, Index columns)
    : parameter_(Matrix::Zero(rows, columns)), gradient_(Matrix::Zero(rows, columns)) {}

ConstView ParamOperation::backward(ConstView output_gradient, InputGradient wanted) {
  check_output_gradient(output_gradient);
  compute_parameter_gradient(output_gradient, writable(gradient_));
  return Operation::backward(output_gradient, wanted);
}

}  // namespace minifactory
