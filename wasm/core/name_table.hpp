#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minifactory {

/// Names that last as long as the program.
using Names = std::vector<std::string_view>;

/// A choice under the name that recipes give it.
template <typename Choice>
struct Named {
  std::string_view name;
  Choice choice;
};

/// The place of `name` among the known names. Error UNKNOWN_NAME, which says what kind of thing was
/// asked for and lists those there are.
std::size_t place_of(std::string_view name, const Names& known, std::string_view kind);

/// All names of a table, in its order.
template <typename Table>
Names names_of(const Table& table) {
  Names names;
  for (const auto& entry : table) names.push_back(entry.name);
  return names;
}

/// The entry called `name`. Error UNKNOWN_NAME.
template <typename Table>
const auto& entry_named(const Table& table, std::string_view name, std::string_view kind) {
  return table[place_of(name, names_of(table), kind)];
}

}  // namespace minifactory
