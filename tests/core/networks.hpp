#pragma once

#include <string_view>
#include <vector>

#include "layers/registry.hpp"
#include "training/experiment.hpp"

namespace minifactory {

/// Units and activation of a dense layer.
struct DenseLayer {
  Index units;
  std::string_view activation;
};

/// The layers as a recipe describes them.
inline std::vector<PartPlan> dense_layers(const std::vector<DenseLayer>& layers) {
  std::vector<PartPlan> plans;
  for (const DenseLayer& layer : layers) {
    plans.push_back({"dense", Settings()
                                  .with_number("units", static_cast<double>(layer.units))
                                  .with_text("activation", layer.activation)});
  }
  return plans;
}

inline PartPlan mean_squared_error(std::string_view gradient) {
  return {"mean-squared-error", Settings().with_text("gradient", gradient)};
}

inline PartPlan sgd(double learning_rate) {
  return {"sgd", Settings().with_number("learningRate", learning_rate)};
}

/// A network of dense layers whose parameters are 0.
inline NeuralNetwork network_of(Index inputs, const std::vector<DenseLayer>& layers,
                                BiasGradient bias_gradient = BiasGradient::kPerUnit) {
  return make_network(inputs, dense_layers(layers), mean_squared_error("mean"), {bias_gradient});
}

}  // namespace minifactory
