#pragma once

#include <string_view>

#include "name_table.hpp"

namespace minifactory {

/// What a run predicts.
enum class Task {
  kRegression,      ///< Numbers.
  kClassification,  ///< One of several classes; a target is a row with a 1 at its class, else 0.
};

/// The names in recipes and calls: regression, classification.
Names task_names();

/// The task of that name. Error UNKNOWN_NAME.
Task task_named(std::string_view name);

std::string_view task_name(Task task);

}  // namespace minifactory
