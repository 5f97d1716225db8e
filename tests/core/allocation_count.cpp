// Replaces all allocating functions of the C library by functions that count. The program's own
// malloc takes precedence over the library's, also for the C++ library's new. Only for the GNU C
// library: others offer no second name for their own malloc.

#include "allocation_count.hpp"

#include <cerrno>
#include <cstdlib>

namespace {

std::size_t count = 0;

}  // namespace

namespace minifactory {

std::size_t allocation_count() { return count; }

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
#define MINIFACTORY_COUNTS_ALLOCATIONS
bool allocations_are_counted() { return true; }
#else
bool allocations_are_counted() { return false; }
#endif

}  // namespace minifactory

#ifdef MINIFACTORY_COUNTS_ALLOCATIONS

extern "C" {

// The GNU C library's own functions under their other names.
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t number, std::size_t size);
void* __libc_realloc(void* memory, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);

void* malloc(std::size_t size) {
  ++count;
  return __libc_malloc(size);
}

void* calloc(std::size_t number, std::size_t size) {
  ++count;
  return __libc_calloc(number, size);
}

void* realloc(void* memory, std::size_t size) {
  ++count;
  return __libc_realloc(memory, size);
}

void* memalign(std::size_t alignment, std::size_t size) {
  ++count;
  return __libc_memalign(alignment, size);
}

void* aligned_alloc(std::size_t alignment, std::size_t size) {
  ++count;
  return __libc_memalign(alignment, size);
}

int posix_memalign(void** memory, std::size_t alignment, std::size_t size) {
  ++count;
  *memory = __libc_memalign(alignment, size);
  return *memory == nullptr ? ENOMEM : 0;
}
}

#endif
