#include "training/trace.hpp"

namespace minifactory {

Trace trace(NeuralNetwork& network, ConstView features, ConstView targets,
            const ForwardContext& context) {
  Trace trace;
  trace.predictions = network.forward(features, context);
  trace.targets = targets;
  trace.loss = network.loss().forward(view(trace.predictions), view(trace.targets));
  trace.loss_gradient = network.loss().backward();

  std::vector<Operation*> operations;
  for (const auto& layer : network.layers()) {
    for (const auto& operation : layer->operations()) operations.push_back(operation.get());
  }
  trace.operations.resize(operations.size());
  Matrix gradient = trace.loss_gradient;
  for (std::size_t i = operations.size(); i-- > 0;) {
    Operation& operation = *operations[i];
    OperationTrace& seen = trace.operations[i];
    seen.input = operation.input();
    seen.output = operation.output();
    seen.output_gradient = gradient;
    seen.input_gradient = operation.backward(view(gradient));
    for (const Parameter* parameter : operation.parameters()) {
      seen.parameters.push_back({parameter->value, parameter->gradient});
    }
    seen.internals = operation.internals();
    gradient = seen.input_gradient;
  }
  return trace;
}

}  // namespace minifactory
