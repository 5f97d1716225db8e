#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "layers/neural_network.hpp"

namespace minifactory {

/// The operation called `name` ("weight-multiply", "bias-add" or an activation), holding
/// `parameter`; an activation has none and ignores it. Errors: UNKNOWN_NAME; SHAPE_MISMATCH for a
/// bias of more than 1 row.
std::unique_ptr<Operation> standalone_operation(std::string_view name, const Matrix& parameter);

/// A Dense layer by its numbers: weights (in, out) and bias (1, out).
struct StandaloneLayer {
  Matrix weights;
  Matrix bias;
  std::string activation;
};

/// The network of these layers with the mean squared error as its loss. Errors: OUT_OF_RANGE
/// without a layer or for one without inputs or units, SHAPE_MISMATCH for a bias that does not fit
/// its weights, UNKNOWN_NAME for an activation.
NeuralNetwork standalone_network(const std::vector<StandaloneLayer>& layers);

}  // namespace minifactory
