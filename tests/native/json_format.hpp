#pragma once

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "whole_number.hpp"

namespace minifactory {

/// JSON values for Calls, as js_format.hpp does for JavaScript values. What JSON cannot express is
/// encoded as in tests/engine/native-json.ts: numbers that are not finite are strings, and a typed
/// array is an object whose key is its type, {"f64": […]}, {"i32": […]} or
/// {"u8": […]}.
struct JsonFormat {
  using Value = nlohmann::json;

  static Value object() { return Value::object(); }
  static Value list() { return Value::array(); }
  static Value nothing() { return nullptr; }
  static Value number(double number) {
    if (std::isnan(number)) return "NaN";
    if (std::isinf(number)) return number > 0.0 ? "Infinity" : "-Infinity";
    return number;
  }
  static Value text(std::string_view text) { return std::string(text); }
  static Value doubles(const double* numbers, std::size_t count) {
    Value list = Value::array();
    for (std::size_t i = 0; i < count; ++i) list.push_back(number(numbers[i]));
    return typed("f64", std::move(list));
  }
  static Value integers(const std::int32_t* numbers, std::size_t count) {
    return typed("i32", std::vector<std::int32_t>(numbers, numbers + count));
  }
  static Value bytes(const std::uint8_t* bytes, std::size_t count) {
    return typed("u8", std::vector<std::uint8_t>(bytes, bytes + count));
  }

  static void put(Value& object, const char* key, const Value& value) { object[key] = value; }
  static void push(Value& list, const Value& value) { list.push_back(value); }

  /// As in JavaScript, a field that is missing is nothing.
  static Value field(const Value& object, const char* key) {
    const bool is_missing = object.is_array() || (object.is_object() && !object.contains(key));
    return is_missing ? nothing() : object.at(key);
  }
  static Value item(const Value& list, std::size_t i) { return list.at(i); }
  static std::size_t length(const Value& list) { return list.size(); }
  static Value keys(const Value& object) {
    Value names = Value::array();
    for (const auto& entry : object.items()) names.push_back(entry.key());
    return names;
  }
  static bool is_number(const Value& value) { return value.is_number(); }
  static bool is_text(const Value& value) { return value.is_string(); }
  static bool is_flag(const Value& value) { return value.is_boolean(); }
  /// As in JavaScript, what is no number is NaN.
  static double to_number(const Value& value) {
    if (value.is_number()) return value.get<double>();
    if (!value.is_string()) return std::numeric_limits<double>::quiet_NaN();
    const auto text = value.get<std::string>();
    char* end = nullptr;
    const double number = std::strtod(text.c_str(), &end);
    return end == text.c_str() ? std::numeric_limits<double>::quiet_NaN() : number;
  }
  static bool to_flag(const Value& value) { return value.get<bool>(); }
  static std::string to_text(const Value& value) { return value.get<std::string>(); }
  static std::vector<double> to_doubles(const Value& value) {
    std::vector<double> numbers;
    for (const Value& number : value.at("f64")) numbers.push_back(to_number(number));
    return numbers;
  }
  static std::vector<std::int32_t> to_integers(const Value& value) {
    return to_whole<std::int32_t>(value.at("i32"));
  }
  static std::vector<std::uint8_t> to_bytes(const Value& value) {
    return to_whole<std::uint8_t>(value.at("u8"));
  }

 private:
  template <typename Number>
  static std::vector<Number> to_whole(const Value& list) {
    std::vector<Number> numbers;
    for (const Value& number : list) {
      numbers.push_back(whole_number<Number>(to_number(number), "An element"));
    }
    return numbers;
  }

  static Value typed(const char* kind, Value numbers) {
    Value object = Value::object();
    object[kind] = std::move(numbers);
    return object;
  }
};

}  // namespace minifactory
