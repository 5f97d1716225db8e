#pragma once

#include <vector>

#include "layers/neural_network.hpp"
#include "optimisers/optimizer.hpp"

namespace minifactory {

/// The matrices of one operation in a forward and a backward pass, as copies.
struct OperationTrace {
  Matrix input;                        ///< (rows, in)
  Matrix output;                       ///< (rows, out)
  Matrix output_gradient;              ///< ∂L/∂output (rows, out)
  Matrix input_gradient;               ///< ∂L/∂input (rows, in)
  std::vector<NamedMatrix> internals;  ///< See Operation::internals.
};

/// The matrices of a forward and a backward pass through a network, as copies.
struct Trace {
  std::vector<OperationTrace> operations;  ///< In forward order.
  Matrix predictions;                      ///< (rows, outputs)
  Matrix targets;                          ///< (rows, outputs)
  double loss = 0.0;
  Matrix loss_gradient;  ///< ∂L/∂predictions (rows, outputs)

  // In the order of `NeuralNetwork::parameters`.
  std::vector<Matrix> parameters;
  std::vector<Matrix> gradients;  ///< ∂L/∂parameter
  OptimizerState state;           ///< The optimiser's, before its next step.
  OptimizerUpdate update;         ///< The result of its next step, with these gradients.
};

/// Runs a forward and a backward pass and copies all matrices. features (rows, inputs), targets
/// (rows, outputs). No parameter changes; the network holds the gradients of this pass afterwards.
/// Errors: SHAPE_MISMATCH, TOO_FEW_ROWS.
Trace trace(NeuralNetwork& network, const Optimizer& optimizer, ConstView features,
            ConstView targets, const ForwardContext& context);

}  // namespace minifactory
