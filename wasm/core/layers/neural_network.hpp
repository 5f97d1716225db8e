#pragma once

#include <memory>
#include <vector>

#include "layers/layer.hpp"
#include "losses/loss.hpp"

namespace minifactory {

/// Layers from the features to the prediction, and the loss that judges it.
class NeuralNetwork {
 public:
  /// Error OUT_OF_RANGE without a layer.
  NeuralNetwork(std::vector<std::unique_ptr<Layer>> layers, std::unique_ptr<Loss> loss);

  /// features (rows, inputs) → predictions (rows, outputs)
  ConstView forward(ConstView features);

  /// ∂L/∂predictions (rows, outputs) → ∂L/∂features (rows, inputs), or (0, 0) if that is skipped.
  /// Leaves the gradient of every parameter in its operation.
  ConstView backward(ConstView loss_gradient, InputGradient wanted = InputGradient::kSkip);

  /// Forward, loss, backward. Returns the loss of the batch before any update.
  double train_batch(ConstView features, ConstView targets);

  const std::vector<std::unique_ptr<Layer>>& layers() const { return layers_; }
  const std::vector<ParamOperation*>& param_operations() const { return param_operations_; }
  Loss& loss() { return *loss_; }

  /// How many numbers there are to learn.
  Index parameter_count() const;

 private:
  std::vector<std::unique_ptr<Layer>> layers_;
  std::vector<ParamOperation*> param_operations_;
  std::unique_ptr<Loss> loss_;
};

}  // namespace minifactory
