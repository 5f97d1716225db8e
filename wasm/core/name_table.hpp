#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace minifactory {

/// Names that live as long as the program.
using Names = std::vector<std::string_view>;

/// A value under its name in recipes or calls.
template <typename Value>
struct Named {
  std::string_view name;
  Value value;
};

/// The place of `name` among the known names. Error UNKNOWN_NAME, which lists them and names the
/// kind of thing that was asked for, e.g. "activation".
std::size_t place_of(std::string_view name, const Names& known, std::string_view kind);

/// The names of all entries of a table, in its order.
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
