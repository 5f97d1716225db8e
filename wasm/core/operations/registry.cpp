#include "operations/registry.hpp"

#include "name_table.hpp"
#include "operations/bias_add.hpp"
#include "operations/dropout.hpp"
#include "operations/elu.hpp"
#include "operations/leaky_relu.hpp"
#include "operations/linear.hpp"
#include "operations/relu.hpp"
#include "operations/sigmoid.hpp"
#include "operations/softplus.hpp"
#include "operations/tanh.hpp"
#include "operations/weight_multiply.hpp"

namespace minifactory {
namespace {

struct Columns {
  Index inputs;
  Index units;
};

using Make = std::unique_ptr<Operation> (*)(Columns columns, const Settings& settings);

/// For operations without columns and settings of their own.
template <typename Kind>
std::unique_ptr<Operation> make(Columns /*columns*/, const Settings& /*settings*/) {
  return std::make_unique<Kind>();
}

std::unique_ptr<Operation> make_weight_multiply(Columns columns, const Settings& /*settings*/) {
  return std::make_unique<WeightMultiply>(columns.inputs, columns.units);
}

std::unique_ptr<Operation> make_bias_add(Columns columns, const Settings& /*settings*/) {
  return std::make_unique<BiasAdd>(columns.units);
}

std::unique_ptr<Operation> make_dropout(Columns /*columns*/, const Settings& settings) {
  return std::make_unique<Dropout>(settings.number("keep", Dropout::kKeep),
                                   dropout_form_named(settings.text("form", "inverted")));
}

constexpr Named<Make> kOperations[] = {
    {"weight-multiply", make_weight_multiply},
    {"bias-add", make_bias_add},
    {"sigmoid", make<Sigmoid>},
    {"linear", make<Linear>},
    {"tanh", make<Tanh>},
    {"relu", make<ReLU>},
    {"leaky-relu", make<LeakyReLU>},
    {"softplus", make<Softplus>},
    {"elu", make<ELU>},
    {"dropout", make_dropout},
};

}  // namespace

std::vector<OperationInfo> registered_operations() {
  std::vector<OperationInfo> infos;
  for (const auto& [name, make_kind] : kOperations) {
    const std::unique_ptr<Operation> one = make_kind({1, 1}, {});
    infos.push_back({name, one->kind(), one->role()});
  }
  return infos;
}

std::string_view operation_name(const Operation& operation) {
  for (const OperationInfo& info : registered_operations()) {
    if (info.kind == operation.kind()) return info.name;
  }
  return operation.kind();
}

std::unique_ptr<Operation> make_operation(std::string_view name, Index inputs, Index units,
                                          const Settings& settings) {
  return entry_named(kOperations, name, "operation").value({inputs, units}, settings);
}

Names activation_names() {
  Names names;
  for (const OperationInfo& info : registered_operations()) {
    if (info.role == Role::kActivation) names.push_back(info.name);
  }
  return names;
}

std::unique_ptr<Operation> make_activation(std::string_view name, const Settings& settings) {
  place_of(name, activation_names(), "activation");  // So that the error lists activations only.
  return make_operation(name, 1, 1, settings);
}

}  // namespace minifactory
