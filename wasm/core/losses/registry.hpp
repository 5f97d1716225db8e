#pragma once

#include <memory>

#include "losses/loss.hpp"
#include "name_table.hpp"
#include "settings.hpp"
#include "task.hpp"

namespace minifactory {

/// The names of the registered losses in recipes, e.g. "mean-squared-error".
Names loss_names();

/// The names of the losses for a task.
Names loss_names(Task task);

/// The task that the loss of this name is for. Error UNKNOWN_NAME.
Task loss_task(std::string_view name);

/// Checks that a loss can train a run of this task. Errors: UNKNOWN_NAME; WRONG_TASK, which names
/// the losses for the task.
void check_loss_task(std::string_view name, Task task);

/// Creates the loss that the plan names. Errors: UNKNOWN_NAME, which lists the known names; those
/// of the loss for its settings.
std::unique_ptr<Loss> make_loss(const PartPlan& plan);

}  // namespace minifactory
