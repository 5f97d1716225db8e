#include "operations/param_operation.hpp"

namespace minifactory {

ParamOperation::ParamOperation(std::initializer_list<Declaration> declarations) {
  for (const auto& [symbol, row_axis, column_axis, rows, columns] : declarations) {
    parameters_.push_back(
        {symbol, row_axis, column_axis, zeros(rows, columns), zeros(rows, columns)});
  }
}

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
