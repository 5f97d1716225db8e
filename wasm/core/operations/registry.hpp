#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "operations/operation.hpp"

namespace minifactory {

/// sigmoid, linear, tanh, relu, leaky-relu
std::vector<std::string> activation_names();

/// Error UNKNOWN_NAME, which lists the known names.
std::unique_ptr<Operation> make_activation(std::string_view name);

}  // namespace minifactory
