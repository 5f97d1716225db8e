#pragma once

#include <memory>
#include <vector>

#include "operations/operation.hpp"

namespace minifactory {

/// A sequence of operations. A subclass adds them in its constructor.
///
/// The views that `forward` and `backward` return are valid until their next call.
class Layer {
 public:
  virtual ~Layer() = default;

  /// input (rows, in) → output (rows, out). The input must outlive the backward pass. Errors: those
  /// of its operations.
  ConstView forward(ConstView input, const ForwardContext& context = ForwardContext::inference());

  /// ∂L/∂output (rows, out) → ∂L/∂input (rows, in), or (0, 0) if that is skipped. Also computes
  /// the gradient of every parameter. Errors: those of its operations.
  ConstView backward(ConstView output_gradient, InputGradient wanted = InputGradient::kCompute);

  const std::vector<std::unique_ptr<Operation>>& operations() const { return operations_; }

  /// The parameters of all its operations, in forward order; may be empty.
  const std::vector<Parameter*>& parameters() const { return parameters_; }

  /// The number of columns of the output for an input of `input_columns`. Error SHAPE_MISMATCH if
  /// the layer cannot take that many.
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
