#include "optimisers/registry.hpp"

#include "name_table.hpp"
#include "optimisers/sgd.hpp"

namespace minifactory {
namespace {

using Make = std::unique_ptr<Optimizer> (*)(const Settings& settings);

std::unique_ptr<Optimizer> make_sgd(const Settings& settings) {
  return std::make_unique<SGD>(settings.number("learningRate"));
}

constexpr Named<Make> kOptimizers[] = {
    {"sgd", make_sgd},
};

}  // namespace

Names optimizer_names() { return names_of(kOptimizers); }

std::unique_ptr<Optimizer> make_optimizer(const PartPlan& plan) {
  return entry_named(kOptimizers, plan.name, "optimiser").choice(plan.settings);
}

}  // namespace minifactory
