#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "error.hpp"
#include "name_table.hpp"
#include "numerics/matrix.hpp"
#include "whole_number.hpp"

namespace minifactory {

/// Values of the core as values of a format, and back: matrices, names, lists.
template <typename Format>
struct Marshal {
  using Value = typename Format::Value;

  // One function for each type, so that the conversion is not repeated in the many places that call
  // them, which keeps the engine small.
  static void put(Value& object, const char* key, const Value& value) {
    Format::put(object, key, value);
  }
  static void put(Value& object, const char* key, double number) {
    Format::put(object, key, Format::number(number));
  }
  static void put(Value& object, const char* key, Index number) {
    put(object, key, static_cast<double>(number));
  }
  static void put(Value& object, const char* key, std::string_view text) {
    Format::put(object, key, Format::text(text));
  }
  static void put(Value& object, const char* key, const std::string& text) {
    put(object, key, std::string_view(text));
  }
  static void put(Value& object, const char* key, ConstView numbers) {
    Format::put(object, key, matrix(numbers));
  }
  static void put(Value& object, const char* key, const Matrix& numbers) {
    put(object, key, view(numbers));
  }
  static void put(Value& object, const char* key, const Vector& numbers) {
    Format::put(object, key, Format::doubles(numbers.data(), size(numbers)));
  }

  static Value matrix(ConstView numbers) {
    Value object = Format::object();
    put(object, "rows", numbers.rows());
    put(object, "columns", numbers.cols());
    Format::put(object, "values", Format::doubles(numbers.data(), size(numbers)));
    return object;
  }
  static Value matrix(const Matrix& numbers) { return matrix(view(numbers)); }

  static Value names(const Names& names) {
    return list(names, [](std::string_view name) { return Format::text(name); });
  }

  static Value numbers(const std::vector<double>& numbers) {
    return list(numbers, [](double number) { return Format::number(number); });
  }

  template <typename Items, typename Convert>
  static Value list(const Items& items, Convert convert) {
    Value list = Format::list();
    for (const auto& item : items) Format::push(list, convert(item));
    return list;
  }

  /// A whole number of 0 or more. Error OUT_OF_RANGE, whose sentence begins with `what`.
  static Index to_size(const Value& value, std::string_view what) {
    return whole_number<Index>(Format::to_number(value), what, 0);
  }

  /// Errors: OUT_OF_RANGE unless rows and columns are whole numbers of 0 or more, SHAPE_MISMATCH
  /// unless there are rows · columns values.
  static Matrix to_matrix(const Value& value) {
    const Index rows = to_size(Format::field(value, "rows"), "The number of rows of a matrix");
    const Index columns =
        to_size(Format::field(value, "columns"), "The number of columns of a matrix");
    const std::vector<double> numbers = Format::to_doubles(Format::field(value, "values"));
    if (element_count(rows, columns) != static_cast<Index>(numbers.size())) {
      throw Error("SHAPE_MISMATCH", {"A matrix of shape ", Shape{rows, columns}, " cannot hold ",
                                     numbers.size(), " values."});
    }
    return copy_of(ConstView(numbers.data(), rows, columns));
  }

  static std::vector<std::string> to_names(const Value& value) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < Format::length(value); ++i) {
      names.push_back(Format::to_text(Format::item(value, i)));
    }
    return names;
  }

 private:
  template <typename Array>
  static std::size_t size(const Array& numbers) {
    return static_cast<std::size_t>(numbers.size());
  }
};

}  // namespace minifactory
