#pragma once

#include <cstddef>

namespace minifactory {

/// How many times this program has asked for memory so far: by new, by malloc and its kin, and so
/// by Eigen too.
std::size_t allocation_count();

/// False in a build whose sanitizer has taken malloc for itself.
bool allocations_are_counted();

}  // namespace minifactory
