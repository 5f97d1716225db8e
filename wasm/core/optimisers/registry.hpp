#pragma once

#include <memory>
#include <string>
#include <vector>

#include "name_table.hpp"
#include "optimisers/optimizer.hpp"
#include "settings.hpp"

namespace minifactory {

/// sgd, momentum
Names optimizer_names();

/// Errors: UNKNOWN_NAME, which lists the known names; those of the optimiser for its settings.
std::unique_ptr<Optimizer> make_optimizer(const PartPlan& plan);

}  // namespace minifactory
