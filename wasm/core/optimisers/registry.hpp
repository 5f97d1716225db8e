#pragma once

#include <memory>

#include "name_table.hpp"
#include "optimisers/optimizer.hpp"
#include "settings.hpp"

namespace minifactory {

/// The names of the registered optimisers in recipes, e.g. "sgd".
Names optimizer_names();

/// Creates the optimiser that the plan names. Errors: UNKNOWN_NAME, which lists the known names;
/// those of the optimiser for its settings.
std::unique_ptr<Optimizer> make_optimizer(const PartPlan& plan);

}  // namespace minifactory
