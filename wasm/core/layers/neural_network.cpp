#include "layers/neural_network.hpp"

#include <optional>
#include <utility>

#include "error.hpp"

namespace minifactory {

NeuralNetwork::NeuralNetwork(std::vector<std::unique_ptr<Layer>> layers, std::unique_ptr<Loss> loss)
    : layers_(std::move(layers)), loss_(std::move(loss)) {
  if (layers_.empty()) throw Error("OUT_OF_RANGE", "A network needs at least 1 layer.");
  for (const auto& layer : layers_) {
    for (Parameter* parameter : layer->parameters()) parameters_.push_back(parameter);
  }
}

ConstView NeuralNetwork::forward(ConstView features, const ForwardContext& context) {
  std::optional<ConstView> values(features);
  for (const auto& layer : layers_) values.emplace(layer->forward(*values, context));
  return *values;
}

ConstView NeuralNetwork::backward(ConstView loss_gradient, InputGradient wanted) {
  std::optional<ConstView> gradient(loss_gradient);
  for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer) {
    const bool is_first = *layer == layers_.front();
    gradient.emplace((*layer)->backward(*gradient, is_first ? wanted : InputGradient::kCompute));
  }
  return *gradient;
}

double NeuralNetwork::train_batch(ConstView features, ConstView targets, RandomState& random) {
  const ConstView predictions = forward(features, ForwardContext::training(random));
  const double loss = loss_->forward(predictions, targets);
  backward(loss_->backward());
  return loss;
}

Index NeuralNetwork::output_columns(Index input_columns) const {
  for (const auto& layer : layers_) input_columns = layer->output_columns(input_columns);
  return input_columns;
}

Index NeuralNetwork::parameter_count() const {
  Index count = 0;
  for (const Parameter* parameter : parameters_) count += parameter->value.size();
  return count;
}

}  // namespace minifactory
