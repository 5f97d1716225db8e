#pragma once

#include <memory>
#include <vector>

#include "layers/neural_network.hpp"
#include "name_table.hpp"
#include "operations/bias_add.hpp"
#include "settings.hpp"

namespace minifactory {

/// Settings of a recipe that hold for all layers.
struct LayerContext {
  BiasGradient bias_gradient = BiasGradient::kPerUnit;
};

/// The names of the registered layer types in recipes, e.g. "dense".
Names layer_type_names();

/// Creates a layer of the type that the plan names, for inputs (rows, inputs). Errors:
/// UNKNOWN_NAME, which lists the known types; those of the layer for its settings.
std::unique_ptr<Layer> make_layer(const PartPlan& plan, Index inputs,
                                  const LayerContext& context = {});

/// Creates a network of these layers for features (rows, inputs). Errors: those of `make_layer` and
/// `make_loss`; OUT_OF_RANGE without a layer.
NeuralNetwork make_network(Index inputs, const std::vector<PartPlan>& layers, const PartPlan& loss,
                           const LayerContext& context = {});

}  // namespace minifactory
