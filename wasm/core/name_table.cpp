#include "name_table.hpp"

#include "error.hpp"

namespace minifactory {

std::size_t place_of(std::string_view name, const Names& known, std::string_view kind) {
  std::string list;
  for (std::size_t place = 0; place < known.size(); ++place) {
    if (known[place] == name) return place;
    if (place > 0) list += ", ";
    list += known[place];
  }
  throw Error("UNKNOWN_NAME", {"There is no ", kind, " \"", name, "\"; there are ", list, "."});
}

}  // namespace minifactory
