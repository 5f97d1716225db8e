#pragma once

#include <memory>
#include <vector>

#include "layers/layer.hpp"
#include "losses/loss.hpp"

namespace minifactory {

/// Layers from the features to the predictions, and the loss to minimise.
class NeuralNetwork {
 public:
  /// Each layer must fit the one before. Error OUT_OF_RANGE without a layer.
  NeuralNetwork(std::vector<std::unique_ptr<Layer>> layers, std::unique_ptr<Loss> loss);

  /// features (rows, inputs) → predictions (rows, outputs), valid until the next call. The features
  /// must outlive the backward pass. Error SHAPE_MISMATCH.
  ConstView forward(ConstView features,
                    const ForwardContext& context = ForwardContext::inference());

  /// ∂L/∂predictions (rows, outputs) → ∂L/∂features (rows, inputs), or (0, 0) if that is skipped.
  /// Also computes the gradient of every parameter. Errors: SHAPE_MISMATCH, NOT_READY.
  ConstView backward(ConstView loss_gradient, InputGradient wanted = InputGradient::kSkip);

  /// A forward pass in training mode, the loss, a backward pass; no update. features (rows,
  /// inputs), targets (rows, outputs) → the loss.
  double train_batch(ConstView features, ConstView targets, RandomState& random);

  const std::vector<std::unique_ptr<Layer>>& layers() const { return layers_; }
  /// The parameters of all layers, in forward order.
  const std::vector<Parameter*>& parameters() const { return parameters_; }
  Loss& loss() { return *loss_; }

  /// The number of columns of the predictions for features of `input_columns`. Error SHAPE_MISMATCH
  /// if the network cannot take that many.
  Index output_columns(Index input_columns) const;

  /// The number of elements of all parameters together.
  Index parameter_count() const;

 private:
  std::vector<std::unique_ptr<Layer>> layers_;
  std::vector<Parameter*> parameters_;
  std::unique_ptr<Loss> loss_;
};

}  // namespace minifactory
