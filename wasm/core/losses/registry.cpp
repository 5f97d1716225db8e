#include "losses/registry.hpp"

#include "error.hpp"
#include "losses/mean_squared_error.hpp"
#include "losses/softmax_cross_entropy.hpp"
#include "name_table.hpp"

namespace minifactory {
namespace {

using Make = std::unique_ptr<Loss> (*)(const Settings& settings);

std::unique_ptr<Loss> make_mean_squared_error(const Settings& settings) {
  return std::make_unique<MeanSquaredError>(
      gradient_scale_named(settings.text("gradient", "mean")));
}

std::unique_ptr<Loss> make_softmax_cross_entropy(const Settings& settings) {
  return std::make_unique<SoftmaxCrossEntropy>(
      cross_entropy_form_named(settings.text("form", "usual")));
}

struct Entry {
  std::string_view name;
  Task task;
  Make make;
};

constexpr Entry kLosses[] = {
    {"mean-squared-error", Task::kRegression, make_mean_squared_error},
    {"softmax-cross-entropy", Task::kClassification, make_softmax_cross_entropy},
};

}  // namespace

Names loss_names() { return names_of(kLosses); }

Names loss_names(Task task) {
  Names names;
  for (const Entry& entry : kLosses) {
    if (entry.task == task) names.push_back(entry.name);
  }
  return names;
}

Task loss_task(std::string_view name) { return entry_named(kLosses, name, "loss").task; }

void check_loss_task(std::string_view name, Task task) {
  const Task its_task = loss_task(name);
  if (its_task == task) return;
  std::string fitting;
  for (const std::string_view other : loss_names(task)) {
    if (!fitting.empty()) fitting += " or ";
    fitting += other;
  }
  throw Error("WRONG_TASK", {"The loss \"", name, "\" is for ", task_name(its_task),
                             ", but the task of this run is ", task_name(task),
                             "; choose the loss ", fitting, "."});
}

std::unique_ptr<Loss> make_loss(const PartPlan& plan) {
  return entry_named(kLosses, plan.name, "loss").make(plan.settings);
}

}  // namespace minifactory
