#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "error.hpp"

namespace minifactory {

/// A choice under the name a recipe gives it.
template <typename Choice>
struct Named {
  std::string_view name;
  Choice choice;
};

/// All names of a table, in its order.
template <typename Table>
std::vector<std::string> names_of(const Table& table) {
  std::vector<std::string> names;
  for (const auto& entry : table) names.emplace_back(entry.name);
  return names;
}

/// The entry called `name`. Error UNKNOWN_NAME, which says what kind of thing was asked for and
/// lists those there are.
template <typename Table>
const auto& entry_named(const Table& table, std::string_view name, std::string_view kind) {
  std::string known;
  for (const auto& entry : table) {
    if (entry.name == name) return entry;
    known += (known.empty() ? "" : ", ") + std::string(entry.name);
  }
  throw Error("UNKNOWN_NAME", "There is no " + std::string(kind) + " \"" + std::string(name) +
                                  "\"; there are " + known + ".");
}

}  // namespace minifactory
