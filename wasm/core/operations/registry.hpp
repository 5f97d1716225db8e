#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "name_table.hpp"
#include "operations/operation.hpp"
#include "settings.hpp"

namespace minifactory {

/// A registered operation: its name in recipes, its class and its role.
struct OperationInfo {
  std::string_view name;  ///< e.g. "leaky-relu"
  std::string_view kind;  ///< e.g. "LeakyReLU"
  Role role;
};

/// All registered operations, in the order of the registry.
std::vector<OperationInfo> registered_operations();

/// The name of the operation in the registry, or its kind if it is not registered.
std::string_view operation_name(const Operation& operation);

/// Creates an operation from (rows, inputs) to (rows, units); one that keeps the number of columns
/// uses `units` for both. Missing settings take their defaults. Errors: UNKNOWN_NAME, which lists
/// the known names; OUT_OF_RANGE for a setting.
std::unique_ptr<Operation> make_operation(std::string_view name, Index inputs, Index units,
                                          const Settings& settings = {});

/// The names of the registered operations whose role is activation, e.g. "leaky-relu".
Names activation_names();

/// Creates an activation. Errors: UNKNOWN_NAME, which lists the known activations; OUT_OF_RANGE for
/// a setting.
std::unique_ptr<Operation> make_activation(std::string_view name, const Settings& settings = {});

}  // namespace minifactory
