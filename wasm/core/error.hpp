#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace minifactory {

/// What went wrong, for a program (`code`) and for a person (`what()`, a whole sentence).
/// Codes are stable, upper case, e.g. SHAPE_MISMATCH, OUT_OF_RANGE, CONSTANT_COLUMN, UNKNOWN_NAME.
class Error : public std::runtime_error {
 public:
  Error(std::string code, const std::string& sentence)
      : std::runtime_error(sentence), code_(std::move(code)) {}

  const std::string& code() const noexcept { return code_; }

 private:
  std::string code_;
};

}  // namespace minifactory
