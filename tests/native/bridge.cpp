// The engine compiled for this machine, for tests that call it from Node. It reads one request a
// line,
// {"name", "args"}, and writes one answer a line, {"result"} or {"code", "sentence"}.

#include <exception>
#include <iostream>
#include <new>
#include <string>

#include "calls.hpp"
#include "json_format.hpp"

namespace minifactory {
namespace {

using Json = JsonFormat::Value;

Json failure(const std::string& code, const std::string& sentence) {
  return {{"code", code}, {"sentence", sentence}};
}

Json answer(Calls<JsonFormat>& calls, const std::string& line) {
  try {
    const Json request = Json::parse(line);
    return {{"result", calls.call(request.at("name").get<std::string>(), request.at("args"))}};
  } catch (const Error& error) {
    return failure(error.code(), error.what());
  } catch (const std::bad_alloc&) {
    return failure("OUT_OF_MEMORY", "There is not enough memory for a run of this size.");
  } catch (const std::exception& error) {
    return failure("INTERNAL", error.what());
  }
}

void serve() {
  Calls<JsonFormat> calls;
  for (std::string line; std::getline(std::cin, line);) {
    std::cout << answer(calls, line).dump() << std::endl;
  }
}

}  // namespace
}  // namespace minifactory

int main() {
  std::ios::sync_with_stdio(false);
  minifactory::serve();
}
