#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "layers/neural_network.hpp"
#include "settings.hpp"

namespace minifactory {

// Operations and networks with given parameters, outside any training run.

/// Creates the registered operation `name` with these parameters, whose shapes determine its input
/// columns and units. Errors: UNKNOWN_NAME; SHAPE_MISMATCH unless it has that many parameters, of
/// shapes that fit each other.
std::unique_ptr<Operation> standalone_operation(std::string_view name, const Settings& settings,
                                                const std::vector<Matrix>& parameters);

/// Creates a network of these layers for features (rows, inputs), with these parameters in the
/// order of `NeuralNetwork::parameters`. Errors: those of `make_network`; SHAPE_MISMATCH for
/// parameters that do not fit.
NeuralNetwork standalone_network(Index inputs, const std::vector<PartPlan>& layers,
                                 const PartPlan& loss, const std::vector<Matrix>& parameters);

}  // namespace minifactory
