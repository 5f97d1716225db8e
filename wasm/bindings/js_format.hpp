#pragma once

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace minifactory {

/// JavaScript values for Calls. Arrays are copied in both directions: a view into WebAssembly's
/// memory would no longer be valid once that memory is freed or grows.
struct JsFormat {
  using Value = emscripten::val;

  static Value object() { return Value::object(); }
  static Value list() { return Value::array(); }
  static Value nothing() { return Value::undefined(); }
  static Value number(double number) { return Value(number); }
  static Value text(std::string_view text) { return Value(std::string(text)); }
  static Value doubles(const double* numbers, std::size_t count) { return copy(numbers, count); }
  static Value integers(const std::int32_t* numbers, std::size_t count) {
    return copy(numbers, count);
  }
  static Value bytes(const std::uint8_t* bytes, std::size_t count) { return copy(bytes, count); }

  static void put(Value& object, const char* key, const Value& value) { object.set(key, value); }
  static void push(Value& list, const Value& value) { list.call<void>("push", value); }

  static Value field(const Value& object, const char* key) { return object[key]; }
  static Value item(const Value& list, std::size_t i) { return list[i]; }
  static std::size_t length(const Value& list) { return list["length"].as<std::size_t>(); }
  static Value keys(const Value& object) {
    return Value::global("Object").call<Value>("keys", object);
  }
  static bool is_number(const Value& value) { return value.isNumber(); }
  static bool is_text(const Value& value) { return value.isString(); }
  static bool is_flag(const Value& value) { return value.isTrue() || value.isFalse(); }
  static double to_number(const Value& value) { return value.as<double>(); }
  static bool to_flag(const Value& value) { return value.as<bool>(); }
  static std::string to_text(const Value& value) { return value.as<std::string>(); }
  static std::vector<double> to_doubles(const Value& value) {
    return emscripten::convertJSArrayToNumberVector<double>(value);
  }
  static std::vector<std::int32_t> to_integers(const Value& value) {
    return emscripten::convertJSArrayToNumberVector<std::int32_t>(value);
  }
  static std::vector<std::uint8_t> to_bytes(const Value& value) {
    return emscripten::convertJSArrayToNumberVector<std::uint8_t>(value);
  }

 private:
  template <typename Number>
  static Value copy(const Number* numbers, std::size_t count) {
    return Value(emscripten::typed_memory_view(count, numbers)).call<Value>("slice");
  }
};

}  // namespace minifactory
