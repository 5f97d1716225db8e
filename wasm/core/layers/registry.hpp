#pragma once

#include <memory>
#include <string>
#include <vector>

#include "layers/neural_network.hpp"
#include "name_table.hpp"
#include "operations/bias_add.hpp"
#include "settings.hpp"

namespace minifactory {

/// What a recipe says about all layers.
struct LayerContext {
  BiasGradient bias_gradient = BiasGradient::kPerUnit;
};

/// dense, dropout
Names layer_type_names();

/// A layer of the type that the plan names, for so many input columns. Errors: UNKNOWN_NAME, which
/// lists the known types; those of the layer for its settings.
std::unique_ptr<Layer> make_layer(const PartPlan& plan, Index inputs,
                                  const LayerContext& context = {});

/// The network of these layers, each fitting the one before. Errors: those of `make_layer` and
/// `make_loss`; OUT_OF_RANGE without a layer.
NeuralNetwork make_network(Index inputs, const std::vector<PartPlan>& layers, const PartPlan& loss,
                           const LayerContext& context = {});

}  // namespace minifactory
