#include "training/trace.hpp"

namespace minifactory {
namespace {

/// The backward pass through one operation, after the forward pass of the network.
void run_backward(Operation& operation, ConstView output_gradient, OperationTrace& trace) {
  trace.input = copy_of(operation.input());
  trace.output = copy_of(operation.output());
  trace.output_gradient = copy_of(output_gradient);
  trace.input_gradient = copy_of(operation.backward(output_gradient));
  trace.internals = operation.internals();
}

}  // namespace

Trace trace(NeuralNetwork& network, const Optimizer& optimizer, ConstView features,
            ConstView targets, const ForwardContext& context) {
  Trace trace;
  trace.predictions = copy_of(network.forward(features, context));
  trace.targets = copy_of(targets);
  trace.loss = network.loss().forward(view(trace.predictions), view(trace.targets));
  trace.loss_gradient = copy_of(network.loss().backward());

  std::vector<Operation*> operations;
  for (const auto& layer : network.layers()) {
    for (const auto& operation : layer->operations()) operations.push_back(operation.get());
  }
  trace.operations.resize(operations.size());
  const Matrix* gradient = &trace.loss_gradient;
  for (std::size_t i = operations.size(); i-- > 0;) {
    run_backward(*operations[i], view(*gradient), trace.operations[i]);
    gradient = &trace.operations[i].input_gradient;
  }

  for (const Parameter* parameter : network.parameters()) {
    trace.parameters.push_back(copy_of(view(parameter->value)));
    trace.gradients.push_back(copy_of(view(parameter->gradient)));
  }
  trace.state = optimizer.state();
  trace.update = optimizer.update(network);
  return trace;
}

}  // namespace minifactory
