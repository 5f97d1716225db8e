#include "layers/standalone.hpp"

#include <utility>

#include "error.hpp"
#include "layers/dense.hpp"
#include "losses/mean_squared_error.hpp"
#include "operations/registry.hpp"
#include "operations/weight_multiply.hpp"

namespace minifactory {
namespace {

void check_bias(const Matrix& bias, Index units) {
  if (bias.rows() == 1 && bias.cols() == units) return;
  throw Error("SHAPE_MISMATCH", "The bias must be " + shape_text(1, units) +
                                    ", one number for each unit, not " + shape_text(bias) + ".");
}

std::unique_ptr<Operation> holding(std::unique_ptr<ParamOperation> operation,
                                   const Matrix& parameter) {
  operation->parameters().front()->value = parameter;
  return operation;
}

}  // namespace

std::unique_ptr<Operation> standalone_operation(std::string_view name, const Matrix& parameter) {
  if (name == "weight-multiply") {
    return holding(std::make_unique<WeightMultiply>(parameter.rows(), parameter.cols()), parameter);
  }
  if (name == "bias-add") {
    check_bias(parameter, parameter.cols());
    return holding(std::make_unique<BiasAdd>(parameter.cols()), parameter);
  }
  return make_activation(name);
}

NeuralNetwork standalone_network(const std::vector<StandaloneLayer>& layers) {
  std::vector<std::unique_ptr<Layer>> made;
  for (const StandaloneLayer& given : layers) {
    const Index units = given.weights.cols();
    auto layer = std::make_unique<Dense>(given.weights.rows(), units, given.activation);
    check_bias(given.bias, units);
    layer->parameters()[0]->value = given.weights;
    layer->parameters()[1]->value = given.bias;
    made.push_back(std::move(layer));
  }
  return NeuralNetwork(std::move(made), std::make_unique<MeanSquaredError>());
}

}  // namespace minifactory
