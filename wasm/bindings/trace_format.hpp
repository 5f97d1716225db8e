#pragma once

#include "marshal.hpp"
#include "training/trace.hpp"

namespace minifactory {

/// A Trace as web/engine/types.ts declares it: with the parameters inside their operations.
template <typename Format>
struct TraceFormat {
  using Value = typename Format::Value;
  using M = Marshal<Format>;

  /// `network` and `optimizer` are those that were traced.
  static Value trace(const Trace& trace, const NeuralNetwork& network, const Optimizer& optimizer) {
    Value operations = Format::list();
    std::size_t place = 0;
    std::size_t parameter_place = 0;
    for (const auto& layer : network.layers()) {
      for (const auto& operation : layer->operations()) {
        Value parameters = Format::list();
        for (std::size_t left = operation->parameters().size(); left > 0; --left) {
          Format::push(parameters, parameter(trace, parameter_place++, optimizer.state_names()));
        }
        Value object = operation_object(trace.operations[place++]);
        M::put(object, "parameters", parameters);
        Format::push(operations, object);
      }
    }
    Value object = Format::object();
    M::put(object, "operations", operations);
    M::put(object, "predictions", trace.predictions);
    M::put(object, "targets", trace.targets);
    M::put(object, "loss", trace.loss);
    M::put(object, "lossGradient", trace.loss_gradient);
    return object;
  }

 private:
  static Value operation_object(const OperationTrace& trace) {
    Value object = Format::object();
    M::put(object, "input", trace.input);
    M::put(object, "output", trace.output);
    M::put(object, "outputGradient", trace.output_gradient);
    M::put(object, "inputGradient", trace.input_gradient);
    Value internals = Format::list();
    for (const NamedMatrix& internal : trace.internals) {
      Value named = Format::object();
      M::put(named, "name", internal.name);
      M::put(named, "value", internal.value);
      Format::push(internals, named);
    }
    M::put(object, "internals", internals);
    return object;
  }

  static Value parameter(const Trace& trace, std::size_t place, const Names& state_names) {
    Value object = Format::object();
    M::put(object, "value", trace.parameters[place]);
    M::put(object, "gradient", trace.gradients[place]);
    M::put(object, "updated", trace.update.parameters[place]);
    Value state = Format::list();
    for (std::size_t i = 0; i < state_names.size(); ++i) {
      Value change = Format::object();
      M::put(change, "name", state_names[i]);
      M::put(change, "before", trace.state[place][i]);
      M::put(change, "after", trace.update.state[place][i]);
      Format::push(state, change);
    }
    M::put(object, "state", state);
    return object;
  }
};

}  // namespace minifactory
