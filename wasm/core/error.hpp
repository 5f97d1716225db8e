#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

namespace minifactory {

/// Rows and columns; written as "(32, 13)" in sentences.
struct Shape {
  std::ptrdiff_t rows;
  std::ptrdiff_t columns;
};

/// A part of a sentence: words, a whole number or a shape.
class Piece {
 public:
  // Implicit, so that a sentence is written as a list of its pieces.
  Piece(const char* words) : words_(words) {}
  Piece(std::string_view words) : words_(words) {}
  Piece(const std::string& words) : words_(words) {}
  template <typename Number, typename = std::enable_if_t<std::is_integral_v<Number>>>
  Piece(Number number) : kind_(Kind::kNumber), first_(static_cast<std::int64_t>(number)) {}
  Piece(Shape shape) : kind_(Kind::kShape), first_(shape.rows), second_(shape.columns) {}

  void append_to(std::string& sentence) const;

 private:
  enum class Kind { kWords, kNumber, kShape };

  Kind kind_ = Kind::kWords;
  std::string_view words_;
  std::int64_t first_ = 0;
  std::int64_t second_ = 0;
};

/// The pieces joined to one text.
std::string text_of(std::initializer_list<Piece> pieces);

/// An error with a code for programs and a sentence for people (`what()`). Codes are in upper case
/// and never change, e.g. SHAPE_MISMATCH, OUT_OF_RANGE, CONSTANT_COLUMN, UNKNOWN_NAME.
class Error : public std::runtime_error {
 public:
  Error(const char* code, std::initializer_list<Piece> sentence);
  Error(const char* code, const char* sentence);

  const std::string& code() const noexcept { return code_; }

 private:
  std::string code_;
};

}  // namespace minifactory
