#include "losses/registry.hpp"

#include "losses/mean_squared_error.hpp"
#include "name_table.hpp"

namespace minifactory {
namespace {

using Make = std::unique_ptr<Loss> (*)(const Settings& settings);

std::unique_ptr<Loss> make_mean_squared_error(const Settings& settings) {
  return std::make_unique<MeanSquaredError>(
      gradient_scale_named(settings.text("gradient", "mean")));
}

constexpr Named<Make> kLosses[] = {
    {"mean-squared-error", make_mean_squared_error},
};

}  // namespace

Names loss_names() { return names_of(kLosses); }

std::unique_ptr<Loss> make_loss(const PartPlan& plan) {
  return entry_named(kLosses, plan.name, "loss").value(plan.settings);
}

}  // namespace minifactory
