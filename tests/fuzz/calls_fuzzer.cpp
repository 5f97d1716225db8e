// Fuzzes every call of the engine. An input is a JSON list of calls, [name, arguments], which are
// made one after the other on an engine of their own. An argument {"result": 2} stands for what
// call 2 returned, e.g. a capture. Whatever the arguments are, a call must return or throw an error
// with a code and a sentence.

#include <cstdlib>
#include <iostream>
#include <new>

#include "calls.hpp"
#include "json_format.hpp"
#include "json_mutator.hpp"

namespace minifactory {
namespace {

using Json = JsonFormat::Value;

constexpr std::size_t kMostCalls = 16;

[[noreturn]] void report(const Json& call, const char* problem) {
  std::cerr << "In " << call << ": " << problem << std::endl;
  std::abort();
}

/// The arguments with {"result": i} replaced by what call i returned.
Json with_results(Json arguments, const std::vector<Json>& results) {
  for (Json& argument : arguments) {
    if (!argument.is_object() || !argument.contains("result")) continue;
    const Json& place = argument["result"];
    if (!place.is_number_unsigned() || place >= results.size()) continue;
    argument = Json(results[place.get<std::size_t>()]);
  }
  return arguments;
}

Json answer(Calls<JsonFormat>& calls, const Json& call, const std::vector<Json>& results) {
  try {
    return calls.call(call.at(0).get<std::string>(), with_results(call.at(1), results));
  } catch (const Error& error) {
    if (error.code().empty() || std::string_view(error.what()).empty()) report(call, "no sentence");
  } catch (const std::bad_alloc&) {
    // The bindings report OUT_OF_MEMORY.
  } catch (const Json::exception&) {
    // A value of another kind than the call takes. TypeScript rules that out.
  } catch (const std::exception& error) {
    report(call, error.what());
  }
  return nullptr;
}

void run(const Json& input) {
  if (!input.is_array()) return;
  Calls<JsonFormat> calls;
  std::vector<Json> results;
  for (const Json& call : input) {
    if (!call.is_array() || results.size() == kMostCalls) return;
    results.push_back(answer(calls, call, results));
  }
}

}  // namespace
}  // namespace minifactory

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto input = nlohmann::json::parse(data, data + size, nullptr, false);
  if (!input.is_discarded()) minifactory::run(input);
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  return minifactory::mutate_json(data, size, most, seed);
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(const std::uint8_t* first, std::size_t first_size,
                                                 const std::uint8_t* second,
                                                 std::size_t second_size, std::uint8_t* out,
                                                 std::size_t most, unsigned seed) {
  return minifactory::cross_json(first, first_size, second, second_size, out, most, seed);
}
