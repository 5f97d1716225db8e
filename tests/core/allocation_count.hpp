#pragma once

#include <cstddef>

namespace minifactory {

/// The number of allocations of this program so far, by new, malloc and related functions, which
/// Eigen uses, too.
std::size_t allocation_count();

/// False if the C library or a sanitizer does not allow counting.
bool allocations_are_counted();

}  // namespace minifactory
