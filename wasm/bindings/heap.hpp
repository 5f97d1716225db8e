#pragma once

#ifdef __APPLE__
#include <malloc/malloc.h>
#else
#include <malloc.h>
#endif

namespace minifactory {

/// How many bytes are allocated and not yet freed, as the C library counts them.
inline double heap_bytes() {
#ifdef __APPLE__
  malloc_statistics_t heap{};
  malloc_zone_statistics(nullptr, &heap);
  return static_cast<double>(heap.size_in_use);
#else
#ifdef __GLIBC__
  const struct mallinfo2 heap = mallinfo2();
#else
  const struct mallinfo heap = mallinfo();
#endif
  return static_cast<double>(heap.uordblks) + static_cast<double>(heap.hblkhd);
#endif
}

}  // namespace minifactory
