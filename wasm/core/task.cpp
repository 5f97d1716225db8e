#include "task.hpp"

#include <array>

namespace minifactory {
namespace {

/// In the order of the enumeration.
constexpr std::array<Named<Task>, 2> kTasks{{
    {"regression", Task::kRegression},
    {"classification", Task::kClassification},
}};

}  // namespace

Names task_names() { return names_of(kTasks); }

Task task_named(std::string_view name) { return entry_named(kTasks, name, "task").value; }

std::string_view task_name(Task task) { return kTasks[static_cast<std::size_t>(task)].name; }

}  // namespace minifactory
