#include "operations/registry.hpp"

#include "name_table.hpp"
#include "operations/leaky_relu.hpp"
#include "operations/linear.hpp"
#include "operations/relu.hpp"
#include "operations/sigmoid.hpp"
#include "operations/tanh.hpp"

namespace minifactory {
namespace {

template <typename Activation>
std::unique_ptr<Operation> make() {
  return std::make_unique<Activation>();
}

constexpr Named<std::unique_ptr<Operation> (*)()> kActivations[] = {
    {"sigmoid", make<Sigmoid>}, {"linear", make<Linear>},        {"tanh", make<Tanh>},
    {"relu", make<ReLU>},       {"leaky-relu", make<LeakyReLU>},
};

}  // namespace

std::vector<std::string> activation_names() { return names_of(kActivations); }

std::unique_ptr<Operation> make_activation(std::string_view name) {
  return entry_named(kActivations, name, "activation").choice();
}

}  // namespace minifactory
