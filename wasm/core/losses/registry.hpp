#pragma once

#include <memory>
#include <string>
#include <vector>

#include "losses/loss.hpp"
#include "name_table.hpp"
#include "settings.hpp"

namespace minifactory {

/// mean-squared-error
Names loss_names();

/// Errors: UNKNOWN_NAME, which lists the known names; those of the loss for its settings.
std::unique_ptr<Loss> make_loss(const PartPlan& plan);

}  // namespace minifactory
