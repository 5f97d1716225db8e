#pragma once

#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

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

  static Value field(const Value& object, const char* key) { return object.at(key); }
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
  static double to_number(const Value& value) {
    return value.is_string() ? std::stod(value.get<std::string>()) : value.get<double>();
  }
  static bool to_flag(const Value& value) { return value.get<bool>(); }
  static std::string to_text(const Value& value) { return value.get<std::string>(); }
  static std::vector<double> to_doubles(const Value& value) {
    std::vector<double> numbers;
    for (const Value& number : value.at("f64")) numbers.push_back(to_number(number));
    return numbers;
  }
  static std::vector<std::int32_t> to_integers(const Value& value) {
    return value.at("i32").get<std::vector<std::int32_t>>();
  }
  static std::vector<std::uint8_t> to_bytes(const Value& value) {
    return value.at("u8").get<std::vector<std::uint8_t>>();
  }

 private:
  static Value typed(const char* kind, Value numbers) {
    Value object = Value::object();
    object[kind] = std::move(numbers);
    return object;
  }
};

}  // namespace minifactory
