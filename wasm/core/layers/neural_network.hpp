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
  ConstView forward(ConstView features,
                    const ForwardContext& context = ForwardContext::inference());

  /// ∂L/∂predictions (rows, outputs) → ∂L/∂features (rows, inputs), or (0, 0) if that is skipped.
  /// Leaves the gradient of every parameter in it.
  ConstView backward(ConstView loss_gradient, InputGradient wanted = InputGradient::kSkip);

  /// Forward in training mode, loss, backward. Returns the loss of the batch before any update.
  double train_batch(ConstView features, ConstView targets, RandomState& random);

  const std::vector<std::unique_ptr<Layer>>& layers() const { return layers_; }
  /// Those of all layers, in forward order.
  const std::vector<Parameter*>& parameters() const { return parameters_; }
  Loss& loss() { return *loss_; }

  /// How many columns come out when `input_columns` go in. Error SHAPE_MISMATCH if they cannot go
  /// in.
  Index output_columns(Index input_columns) const;

  /// How many numbers its parameters have in all.
  Index parameter_count() const;

 private:
  std::vector<std::unique_ptr<Layer>> layers_;
  std::vector<Parameter*> parameters_;
  std::unique_ptr<Loss> loss_;
};

}  // namespace minifactory
