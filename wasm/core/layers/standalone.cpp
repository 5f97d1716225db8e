#include "layers/standalone.hpp"

#include <algorithm>

#include "error.hpp"
#include "layers/registry.hpp"
#include "operations/registry.hpp"

namespace minifactory {
namespace {

/// Copies the values into the parameters. `owner` is for error sentences.
void set_values(const std::vector<Parameter*>& parameters, const std::vector<Matrix>& values,
                std::string_view owner) {
  if (values.size() != parameters.size()) {
    throw Error("SHAPE_MISMATCH", {"The number of parameters of ", owner, " is ", parameters.size(),
                                   ", not ", values.size(), "."});
  }
  for (std::size_t i = 0; i < values.size(); ++i) {
    Matrix& value = parameters[i]->value;
    if (values[i].rows() != value.rows() || values[i].cols() != value.cols()) {
      throw Error("SHAPE_MISMATCH",
                  {"Parameter ", i + 1, " of ", owner, ", ", parameters[i]->symbol,
                   ", must have the shape ", shape_of(value), ", not ", shape_of(values[i]), "."});
    }
    value = values[i];
  }
}

}  // namespace

std::unique_ptr<Operation> standalone_operation(std::string_view name, const Settings& settings,
                                                const std::vector<Matrix>& parameters) {
  // An operation of any size says what the axes of its parameters mean.
  const std::unique_ptr<Operation> smallest = make_operation(name, 1, 1, settings);
  const std::vector<Parameter*> declared = smallest->parameters();
  Index inputs = 1;
  Index units = 1;
  for (std::size_t i = 0; i < std::min(declared.size(), parameters.size()); ++i) {
    if (declared[i]->row_axis == Axis::kInput) inputs = parameters[i].rows();
    if (declared[i]->column_axis == Axis::kUnit) units = parameters[i].cols();
  }
  std::unique_ptr<Operation> operation = make_operation(name, inputs, units, settings);
  set_values(operation->parameters(), parameters, operation->kind());
  return operation;
}

NeuralNetwork standalone_network(Index inputs, const std::vector<PartPlan>& layers,
                                 const PartPlan& loss, const std::vector<Matrix>& parameters) {
  NeuralNetwork network = make_network(inputs, layers, loss);
  set_values(network.parameters(), parameters, "the network");
  return network;
}

}  // namespace minifactory
