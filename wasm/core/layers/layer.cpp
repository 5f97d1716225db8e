#include "layers/layer.hpp"

#include <optional>
#include <utility>

namespace minifactory {

ConstView Layer::forward(ConstView input) {
  std::optional<ConstView> values(input);
  for (const auto& operation : operations_) values.emplace(operation->forward(*values));
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
  operations_.push_back(std::move(operation));
}

void Layer::add_learning(std::unique_ptr<ParamOperation> operation) {
  param_operations_.push_back(operation.get());
  operations_.push_back(std::move(operation));
}

}  // namespace minifactory
