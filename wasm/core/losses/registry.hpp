#pragma once

#include <memory>

#include "losses/loss.hpp"
#include "name_table.hpp"
#include "settings.hpp"

namespace minifactory {

/// The names of the registered losses in recipes, e.g. "mean-squared-error".
Names loss_names();

/// Creates the loss that the plan names. Errors: UNKNOWN_NAME, which lists the known names; those
/// of the loss for its settings.
std::unique_ptr<Loss> make_loss(const PartPlan& plan);

}  // namespace minifactory
