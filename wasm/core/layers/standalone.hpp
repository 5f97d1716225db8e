#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "layers/neural_network.hpp"
#include "settings.hpp"

namespace minifactory {

// Operations and networks made from numbers that are handed in, outside any training.

/// The registered operation `name` holding these parameters. Its columns follow from their shapes.
/// Errors: UNKNOWN_NAME; SHAPE_MISMATCH unless it has as many parameters, of shapes that fit each
/// other.
std::unique_ptr<Operation> standalone_operation(std::string_view name, const Settings& settings,
                                                const std::vector<Matrix>& parameters);

/// The network of these layers for so many input columns, holding these parameters in the order of
/// `NeuralNetwork::parameters`. Errors: those of `make_network`; SHAPE_MISMATCH for parameters that
/// do not fit.
NeuralNetwork standalone_network(Index inputs, const std::vector<PartPlan>& layers,
                                 const PartPlan& loss, const std::vector<Matrix>& parameters);

}  // namespace minifactory
