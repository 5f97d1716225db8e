#include "layers/registry.hpp"

#include <utility>

#include "layers/dense.hpp"
#include "layers/single_operation.hpp"
#include "losses/registry.hpp"
#include "name_table.hpp"
#include "operations/registry.hpp"

namespace minifactory {
namespace {

using Make = std::unique_ptr<Layer> (*)(Index inputs, const Settings& settings,
                                        const LayerContext& context);

std::unique_ptr<Layer> make_dense(Index inputs, const Settings& settings,
                                  const LayerContext& context) {
  return std::make_unique<Dense>(inputs, settings.integer("units"), settings.text("activation"),
                                 context.bias_gradient, settings);
}

std::unique_ptr<Layer> make_dropout(Index inputs, const Settings& settings,
                                    const LayerContext& /*context*/) {
  return std::make_unique<SingleOperation>(make_operation("dropout", inputs, inputs, settings));
}

constexpr Named<Make> kLayerTypes[] = {
    {"dense", make_dense},
    {"dropout", make_dropout},
};

}  // namespace

Names layer_type_names() { return names_of(kLayerTypes); }

std::unique_ptr<Layer> make_layer(const PartPlan& plan, Index inputs, const LayerContext& context) {
  return entry_named(kLayerTypes, plan.name, "layer type").value(inputs, plan.settings, context);
}

NeuralNetwork make_network(Index inputs, const std::vector<PartPlan>& layers, const PartPlan& loss,
                           const LayerContext& context) {
  std::vector<std::unique_ptr<Layer>> made;
  for (const PartPlan& plan : layers) {
    made.push_back(make_layer(plan, inputs, context));
    inputs = made.back()->output_columns(inputs);
  }
  return NeuralNetwork(std::move(made), make_loss(loss));
}

}  // namespace minifactory
