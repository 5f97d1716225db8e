#pragma once

#include <malloc.h>

namespace minifactory {

/// How many bytes are allocated and not yet freed, as the C library counts them.
inline double heap_bytes() {
#ifdef __GLIBC__
  const struct mallinfo2 heap = mallinfo2();
#else
  const struct mallinfo heap = mallinfo();
#endif
  return static_cast<double>(heap.uordblks) + static_cast<double>(heap.hblkhd);
}

}  // namespace minifactory
