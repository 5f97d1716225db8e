// The engine's interface to JavaScript: one function that takes the place of a call in the list of
// calls and its arguments. C++ exceptions are caught here, because JavaScript would get them as
// bare numbers; an error is returned as a code and a sentence.

#include <exception>
#include <new>
#include <stdexcept>

#include "calls.hpp"
#include "js_format.hpp"

namespace minifactory {
namespace {

emscripten::val failure(const std::string& code, const std::string& sentence) {
  emscripten::val object = emscripten::val::object();
  object.set("code", code);
  object.set("sentence", sentence);
  return object;
}

emscripten::val out_of_memory() {
  return failure("OUT_OF_MEMORY", "There is not enough memory for a run of this size.");
}

/// { result } or { code, sentence }
emscripten::val call(std::size_t place, const emscripten::val& arguments) {
  static Calls<JsFormat> calls;
  try {
    emscripten::val reply = emscripten::val::object();
    reply.set("result", calls.call_at(place, arguments));
    return reply;
  } catch (const Error& error) {
    return failure(error.code(), error.what());
  } catch (const std::bad_alloc&) {
    return out_of_memory();
  } catch (const std::length_error&) {  // A std::vector longer than any memory.
    return out_of_memory();
  } catch (const std::exception& error) {
    return failure("INTERNAL", error.what());
  }
}

emscripten::val call_names() { return Marshal<JsFormat>::names(Calls<JsFormat>::names()); }

}  // namespace
}  // namespace minifactory

EMSCRIPTEN_BINDINGS(minifactory) {
  emscripten::function("call", &minifactory::call);
  emscripten::function("callNames", &minifactory::call_names);
}
