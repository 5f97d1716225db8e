#include "optimisers/registry.hpp"

#include "name_table.hpp"
#include "optimisers/sgd.hpp"
#include "optimisers/sgd_momentum.hpp"

namespace minifactory {
namespace {

using Make = std::unique_ptr<Optimizer> (*)(const Settings& settings);

std::unique_ptr<Optimizer> make_sgd(const Settings& settings) {
  return std::make_unique<SGD>(settings.number("learningRate"));
}

std::unique_ptr<Optimizer> make_sgd_momentum(const Settings& settings) {
  return std::make_unique<SGDMomentum>(settings.number("learningRate"),
                                       settings.number("momentum", SGDMomentum::kMomentum));
}

constexpr Named<Make> kOptimizers[] = {
    {"sgd", make_sgd},
    {"momentum", make_sgd_momentum},
};

}  // namespace

Names optimizer_names() { return names_of(kOptimizers); }

std::unique_ptr<Optimizer> make_optimizer(const PartPlan& plan) {
  return entry_named(kOptimizers, plan.name, "optimiser").value(plan.settings);
}

}  // namespace minifactory
