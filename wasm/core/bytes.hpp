#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <type_traits>
#include <vector>

#include "error.hpp"

namespace minifactory {

/// Writes numbers one after the other, in the machine's byte order: little-endian on all machines
/// that are supported.
class ByteWriter {
 public:
  template <typename Number>
  void write(Number number) {
    static_assert(std::is_arithmetic_v<Number>);
    write_all(&number, 1);
  }

  /// `count` numbers without their count.
  template <typename Number>
  void write_all(const Number* numbers, std::size_t count) {
    const auto* first = reinterpret_cast<const std::uint8_t*>(numbers);
    bytes_.insert(bytes_.end(), first, first + count * sizeof(Number));
  }

  /// The count, then the numbers.
  template <typename Number>
  void write_array(const Number* numbers, std::size_t count) {
    write(static_cast<std::uint64_t>(count));
    write_all(numbers, count);
  }

  const std::vector<std::uint8_t>& bytes() const { return bytes_; }

 private:
  std::vector<std::uint8_t> bytes_;
};

/// Reads what a ByteWriter wrote. Error CAPTURE_DAMAGED if there are not enough bytes.
class ByteReader {
 public:
  ByteReader(const std::uint8_t* bytes, std::size_t size) : bytes_(bytes), left_(size) {}

  template <typename Number>
  Number read() {
    static_assert(std::is_arithmetic_v<Number>);
    Number number;
    read_all(&number, 1);
    return number;
  }

  template <typename Number>
  void read_all(Number* numbers, std::size_t count) {
    check_left(count, sizeof(Number));
    if (count > 0) std::memcpy(numbers, bytes_, count * sizeof(Number));
    bytes_ += count * sizeof(Number);
    left_ -= count * sizeof(Number);
  }

  template <typename Number>
  std::vector<Number> read_array() {
    const auto count = read<std::uint64_t>();
    check_left(count, sizeof(Number));  // Before the vector takes memory for a wrong count.
    std::vector<Number> numbers(static_cast<std::size_t>(count));
    read_all(numbers.data(), numbers.size());
    return numbers;
  }

  /// The number of bytes not read yet.
  std::size_t left() const { return left_; }

 private:
  void check_left(std::uint64_t count, std::size_t size) const {
    if (count > left_ / size) throw Error("CAPTURE_DAMAGED", "The capture is cut short.");
  }

  const std::uint8_t* bytes_;
  std::size_t left_;
};

/// For bytes that can be read, but that no run can have written.
inline Error impossible_capture() {
  return {"CAPTURE_DAMAGED", "The capture holds something no run could have written."};
}

/// The largest count in a capture, 2⁵³: JavaScript can count that far, and no run lives to exceed
/// it.
constexpr std::int64_t kMostCounted = std::int64_t{1} << 53;

/// A number of epochs, batches or rows. Error CAPTURE_DAMAGED unless it is 0 to kMostCounted, so
/// that counting on from it cannot overflow.
inline std::int64_t read_count(ByteReader& bytes) {
  const auto count = bytes.read<std::int64_t>();
  if (count < 0 || count > kMostCounted) throw impossible_capture();
  return count;
}

/// FNV-1a, 64 bits: detects accidental damage, not forgery.
inline std::uint64_t checksum(const std::uint8_t* bytes, std::size_t size) {
  constexpr std::uint64_t kOffset = 14695981039346656037ULL;
  constexpr std::uint64_t kPrime = 1099511628211ULL;
  std::uint64_t hash = kOffset;
  for (std::size_t i = 0; i < size; ++i) hash = (hash ^ bytes[i]) * kPrime;
  return hash;
}

}  // namespace minifactory
