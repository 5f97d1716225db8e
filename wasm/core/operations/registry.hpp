#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "name_table.hpp"
#include "operations/operation.hpp"
#include "settings.hpp"

namespace minifactory {

/// A registered operation: its name in recipes, its class and what it is for.
struct OperationInfo {
  std::string_view name;  ///< e.g. "leaky-relu"
  std::string_view kind;  ///< e.g. "LeakyReLU"
  Role role;
};

/// All of them, in the order of the registry.
std::vector<OperationInfo> registered_operations();

/// The registry's name of an operation; its kind if it is not registered.
std::string_view operation_name(const Operation& operation);

/// An operation for so many input columns and units; one that leaves its columns as they are takes
/// `units` for both. Every setting has a default. Errors: UNKNOWN_NAME, which lists the known
/// names; OUT_OF_RANGE for a setting.
std::unique_ptr<Operation> make_operation(std::string_view name, Index inputs, Index units,
                                          const Settings& settings = {});

/// The registered activations, e.g. sigmoid, linear, tanh
Names activation_names();

/// Errors: UNKNOWN_NAME, which lists the known names; OUT_OF_RANGE for a setting.
std::unique_ptr<Operation> make_activation(std::string_view name, const Settings& settings = {});

}  // namespace minifactory
