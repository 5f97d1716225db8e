#pragma once

#include "layers/standalone.hpp"
#include "losses/mean_squared_error.hpp"
#include "optimisers/sgd.hpp"
#include "trace_format.hpp"

namespace minifactory {

/// The classes of chapter 3 on numbers that are handed in; web/engine/core-functions.ts gives them
/// their types.
template <typename Format>
struct StandaloneCalls {
  using Value = typename Format::Value;
  using M = Marshal<Format>;

  static Value forward(const std::string& name, const Value& parameter, const Value& input) {
    const Matrix given = M::to_matrix(input);
    return M::matrix(standalone_operation(name, M::to_matrix(parameter))->forward(view(given)));
  }

  static Value backward(const std::string& name, const Value& parameter, const Value& input,
                        const Value& output_gradient) {
    const std::unique_ptr<Operation> operation =
        standalone_operation(name, M::to_matrix(parameter));
    const Matrix given = M::to_matrix(input);
    const Matrix gradient = M::to_matrix(output_gradient);
    operation->forward(view(given));
    Value object = Format::object();
    Format::put(object, "inputGradient", M::matrix(operation->backward(view(gradient))));
    const std::vector<Parameter*> parameters = operation->parameters();
    Format::put(object, "parameterGradient",
                M::matrix(parameters.empty() ? Matrix() : parameters.front()->gradient));
    return object;
  }

  static Value loss_of(const Value& predictions, const Value& targets) {
    MeanSquaredError loss;
    const Matrix predicted = M::to_matrix(predictions);
    const Matrix wanted = M::to_matrix(targets);
    Value object = Format::object();
    Format::put(object, "loss", Format::number(loss.forward(view(predicted), view(wanted))));
    Format::put(object, "gradient", M::matrix(loss.backward()));
    return object;
  }

  static Value train_step(const Value& layers, const Value& features, const Value& targets,
                          double learning_rate) {
    NeuralNetwork network = standalone_network(to_layers(layers));
    SGD optimizer(learning_rate);
    RandomState random(0);
    const Trace seen = trace(network, view(M::to_matrix(features)), view(M::to_matrix(targets)),
                             ForwardContext::training(random));
    if (!optimizer.step(network)) {
      throw Error("NOT_FINITE", "The step would leave a parameter that is not a finite number.");
    }
    Value object = Format::object();
    Format::put(object, "trace", TraceFormat<Format>::trace(seen));
    Format::put(object, "parameters", M::list(network.parameters(), [](const Parameter* parameter) {
                  return M::matrix(parameter->value);
                }));
    return object;
  }

 private:
  static std::vector<StandaloneLayer> to_layers(const Value& list) {
    std::vector<StandaloneLayer> layers;
    for (std::size_t i = 0; i < Format::length(list); ++i) {
      const Value layer = Format::item(list, i);
      layers.push_back({M::to_matrix(Format::field(layer, "weights")),
                        M::to_matrix(Format::field(layer, "bias")),
                        Format::to_text(Format::field(layer, "activation"))});
    }
    return layers;
  }
};

}  // namespace minifactory
