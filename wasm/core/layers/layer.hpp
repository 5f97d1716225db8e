#pragma once

#include <memory>
#include <vector>

#include "operations/param_operation.hpp"

namespace minifactory {

/// Operations one after the other, taken as one.
class Layer {
 public:
  virtual ~Layer() = default;

  /// input (rows, in) → output (rows, out)
  ConstView forward(ConstView input);

  /// ∂L/∂output (rows, out) → ∂L/∂input (rows, in), or (0, 0) if that is skipped. Leaves the
  /// gradient of every parameter in its operation.
  ConstView backward(ConstView output_gradient, InputGradient wanted = InputGradient::kCompute);

  const std::vector<std::unique_ptr<Operation>>& operations() const { return operations_; }

  /// The operations that have something to learn, in forward order.
  const std::vector<ParamOperation*>& param_operations() const { return param_operations_; }

 protected:
  Layer() = default;
  Layer(const Layer&) = delete;
  Layer& operator=(const Layer&) = delete;

  void add(std::unique_ptr<Operation> operation);
  void add_learning(std::unique_ptr<ParamOperation> operation);

 private:
  std::vector<std::unique_ptr<Operation>> operations_;
  std::vector<ParamOperation*> param_operations_;
};

}  // namespace minifactory
