// Memory for the fuzz targets: a request above 64 MB fails, as a request above the limit of
// WebAssembly does. AddressSanitizer's own `new` would end the process instead of throwing.

#include <cstdlib>
#include <new>

extern "C" const char* __asan_default_options() {
  // Short stacks, a small quarantine and memory left as it is make the targets twice as fast.
  return "allocator_may_return_null=1:max_allocation_size_mb=64:malloc_context_size=2:"
         "quarantine_size_mb=8:max_malloc_fill_size=0";
}

extern "C" const char* __ubsan_default_options() { return "print_stacktrace=1"; }

void* operator new(std::size_t size) {
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

void* operator new[](std::size_t size) { return operator new(size); }

void* operator new(std::size_t size, const std::nothrow_t& /*tag*/) noexcept {
  return std::malloc(size == 0 ? 1 : size);
}

void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t /*size*/) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t /*size*/) noexcept { std::free(memory); }
