#include "layers/layer.hpp"

#include <optional>
#include <utility>

namespace minifactory {

ConstView Layer::forward(ConstView input, const ForwardContext& context) {
  std::optional<ConstView> values(input);  // A view cannot be assigned to, only replaced.
  for (const auto& operation : operations_) values.emplace(operation->forward(*values, context));
  return *values;
}

ConstView Layer::backward(ConstView output_gradient, InputGradient wanted) {
  std::optional<ConstView> gradient(output_gradient);
  for (auto operation = operations_.rbegin(); operation != operations_.rend(); ++operation) {
    const bool is_first = *operation == operations_.front();
    gradient.emplace(
        (*operation)->backward(*gradient, is_first ? wanted : InputGradient::kCompute));
  }
  return *gradient;
}

void Layer::add(std::unique_ptr<Operation> operation) {
  for (Parameter* parameter : operation->parameters()) parameters_.push_back(parameter);
  operations_.push_back(std::move(operation));
}

Index Layer::output_columns(Index input_columns) const {
  for (const auto& operation : operations_) {
    input_columns = operation->output_columns(input_columns);
  }
  return input_columns;
}

}  // namespace minifactory
