#include "error.hpp"

namespace minifactory {

void Piece::append_to(std::string& sentence) const {
  switch (kind_) {
    case Kind::kWords:
      sentence += words_;
      break;
    case Kind::kNumber:
      sentence += std::to_string(first_);
      break;
    case Kind::kShape:
      sentence += "(" + std::to_string(first_) + ", " + std::to_string(second_) + ")";
      break;
  }
}

std::string text_of(std::initializer_list<Piece> pieces) {
  std::string text;
  for (const Piece& piece : pieces) piece.append_to(text);
  return text;
}

Error::Error(const char* code, std::initializer_list<Piece> sentence)
    : std::runtime_error(text_of(sentence)), code_(code) {}

Error::Error(const char* code, const char* sentence) : Error(code, {Piece(sentence)}) {}

}  // namespace minifactory
