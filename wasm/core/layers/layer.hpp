#pragma once

#include <memory>
#include <vector>

#include "operations/operation.hpp"

namespace minifactory {

/// Operations one after the other, taken as one.
class Layer {
 public:
  virtual ~Layer() = default;

  /// input (rows, in) → output (rows, out)
  ConstView forward(ConstView input, const ForwardContext& context = ForwardContext::inference());

  /// ∂L/∂output (rows, out) → ∂L/∂input (rows, in), or (0, 0) if that is skipped. Leaves the
  /// gradient of every parameter in it.
  ConstView backward(ConstView output_gradient, InputGradient wanted = InputGradient::kCompute);

  const std::vector<std::unique_ptr<Operation>>& operations() const { return operations_; }

  /// Those of all its operations, in forward order; may be empty.
  const std::vector<Parameter*>& parameters() const { return parameters_; }

  /// How many columns come out when `input_columns` go in. Error SHAPE_MISMATCH if they cannot go
  /// in.
  Index output_columns(Index input_columns) const;

 protected:
  Layer() = default;
  Layer(const Layer&) = delete;
  Layer& operator=(const Layer&) = delete;

  /// Appends an operation.
  void add(std::unique_ptr<Operation> operation);

 private:
  std::vector<std::unique_ptr<Operation>> operations_;
  std::vector<Parameter*> parameters_;
};

}  // namespace minifactory
