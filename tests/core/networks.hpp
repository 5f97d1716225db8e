#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "layers/dense.hpp"
#include "layers/neural_network.hpp"
#include "losses/mean_squared_error.hpp"
#include "training/experiment.hpp"

namespace minifactory {

/// Dense layers one after the other; parameters are 0 until drawn.
inline NeuralNetwork network_of(Index inputs, const std::vector<LayerPlan>& plans,
                                BiasGradient bias_gradient = BiasGradient::kPerUnit,
                                GradientScale scale = GradientScale::kMean) {
  std::vector<std::unique_ptr<Layer>> layers;
  for (const LayerPlan& plan : plans) {
    layers.push_back(std::make_unique<Dense>(inputs, plan.units, plan.activation, bias_gradient));
    inputs = plan.units;
  }
  return NeuralNetwork(std::move(layers), std::make_unique<MeanSquaredError>(scale));
}

}  // namespace minifactory
