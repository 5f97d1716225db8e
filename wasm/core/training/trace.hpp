#pragma once

#include <vector>

#include "layers/neural_network.hpp"
#include "optimisers/optimizer.hpp"

namespace minifactory {

/// What one operation saw in a forward and a backward pass. All arrays are copies.
struct OperationTrace {
  Matrix input;                        ///< (rows, in)
  Matrix output;                       ///< (rows, out)
  Matrix output_gradient;              ///< ∂L/∂output (rows, out)
  Matrix input_gradient;               ///< ∂L/∂input (rows, in)
  std::vector<NamedMatrix> internals;  ///< See Operation::internals.
};

/// A whole pass, operation by operation.
struct Trace {
  std::vector<OperationTrace> operations;  ///< In forward order.
  Matrix predictions;                      ///< (rows, 1)
  Matrix targets;                          ///< (rows, 1)
  double loss = 0.0;
  Matrix loss_gradient;  ///< ∂L/∂predictions (rows, 1)

  // The parameters, in the order of `NeuralNetwork::parameters`.
  std::vector<Matrix> parameters;
  std::vector<Matrix> gradients;  ///< ∂L/∂parameter
  /// The optimiser's state, and what its next step would make of parameters and state with these
  /// gradients.
  OptimizerState state;
  OptimizerUpdate update;
};

/// Runs these examples forward and backward and copies every array on the way. No parameter
/// changes; the gradients the network holds become those of this pass. Errors: SHAPE_MISMATCH,
/// TOO_FEW_ROWS.
Trace trace(NeuralNetwork& network, const Optimizer& optimizer, ConstView features,
            ConstView targets, const ForwardContext& context);

}  // namespace minifactory
