#pragma once

// Changes JSON documents at random, for libFuzzer: unlike changed bytes, changed values still
// parse.

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

namespace minifactory {

class JsonMutator {
  using Json = nlohmann::json;

 public:
  explicit JsonMutator(unsigned seed) : random_(seed) {}

  /// Makes one to four changes.
  void mutate(Json& document) {
    for (std::size_t left = 1 + below(4); left > 0; --left) change(document);
  }

  /// Some items of the first list, then some of the second.
  Json cross(const Json& first, const Json& second) {
    Json both = Json::array();
    for (const Json* list : {&first, &second}) {
      const std::size_t count = list->is_array() ? below(list->size() + 1) : 0;
      for (std::size_t i = 0; i < count; ++i) both.push_back((*list)[i]);
    }
    return both;
  }

 private:
  std::size_t below(std::size_t count) { return random_() % count; }

  template <typename List>
  const auto& one_of(const List& list) {
    return list[below(std::size(list))];
  }

  void collect(Json& value, std::vector<Json*>& all) {
    all.push_back(&value);
    if (!value.is_structured()) return;
    for (Json& item : value) collect(item, all);
  }

  /// Any value in the document; the document itself only if there is no other. Half of the time an
  /// argument of a call, which would be rare among all the values of its matrices.
  Json& any(Json& document) {
    if (document.is_array() && !document.empty() && below(2) == 0) {
      Json& call = document[below(document.size())];
      if (call.is_array() && call.size() == 2 && call[1].is_array() && !call[1].empty()) {
        return call[1][below(call[1].size())];
      }
    }
    std::vector<Json*> all;
    collect(document, all);
    return all.size() == 1 ? document : *all[1 + below(all.size() - 1)];
  }

  static bool is_matrix(const Json& value) { return value.is_object() && value.contains("values"); }

  void change(Json& document) {
    switch (below(8)) {
      case 0:
        any(document) = strange_value();
        break;
      case 1:
        any(document) = Json(any(document));
        break;
      case 2:
        change_list(document.is_array() && below(2) == 0 ? document : any(document));
        break;
      case 3:
        reshape_any(document);
        break;
      default:
        change_scalar(any(document));
    }
    if (!document.is_array()) document = Json::array();
  }

  void change_scalar(Json& value) {
    if (value.is_number()) {
      value = number_near(value.get<double>());
    } else if (value.is_string()) {
      value = below(4) == 0 ? strange_value() : Json(one_of(kTexts));
    } else if (value.is_boolean()) {
      value = !value.get<bool>();
    } else {
      change_list(value);
    }
  }

  /// Removes, repeats or swaps items of a list or an object.
  void change_list(Json& value) {
    if (value.empty()) return;
    if (value.is_object()) {
      value.erase(std::next(value.begin(), static_cast<std::ptrdiff_t>(below(value.size()))));
    } else if (value.is_array()) {
      const auto place = static_cast<std::ptrdiff_t>(below(value.size()));
      const std::size_t kind = below(3);
      if (kind == 0) {
        value.erase(value.begin() + place);
      } else if (kind == 1) {
        value.insert(value.begin() + place, Json(one_of(value)));
      } else {
        std::swap(value[static_cast<std::size_t>(place)], value[below(value.size())]);
      }
    }
  }

  /// Gives one of the matrices another number of rows, of columns, or of both, with as many values
  /// as that needs.
  void reshape_any(Json& document) {
    std::vector<Json*> all;
    collect(document, all);
    all.erase(std::remove_if(all.begin(), all.end(), [](Json* each) { return !is_matrix(*each); }),
              all.end());
    if (all.empty()) return;
    Json& value = *one_of(all);
    const std::size_t kept = below(3);
    const std::size_t rows = kept == 0 ? size_in(value, "rows") : one_of(kSizes);
    const std::size_t columns = kept == 1 ? size_in(value, "columns") : one_of(kSizes);
    Json numbers = Json::array();
    for (std::size_t i = 0; i < rows * columns; ++i) {
      numbers.push_back(static_cast<double>(below(2000)) / 1000.0 - 1.0);
    }
    value = {{"rows", rows}, {"columns", columns}, {"values", {{"f64", std::move(numbers)}}}};
  }

  static std::size_t size_in(const Json& matrix, const char* key) {
    const bool is_size = matrix.contains(key) && matrix[key].is_number_unsigned();
    return is_size ? matrix[key].get<std::size_t>() % 16 : 0;
  }

  Json number_near(double number) {
    switch (below(6)) {
      case 0:
        return number + 1.0;
      case 1:
        return number - 1.0;
      case 2:
        return -number;
      case 3:
        return number / 2.0;
      default:
        return one_of(kNumbers);
    }
  }

  Json strange_value() {
    switch (below(8)) {
      case 0:
        return Json::array();
      case 1:
        return Json::object();
      case 2:
        return nullptr;
      case 3:
        return below(2) == 0;
      case 4:
        return one_of(kTexts);
      case 5:
        return {{one_of(kArrays), Json::array({one_of(kNumbers), one_of(kNumbers)})}};
      case 6:
        return {{"result", below(8)}};
      default:
        return one_of(kNumbers);
    }
  }

  // Small, at the limits of the integer types, and beyond. Nothing between 300 and 10⁷, which would
  // only make calls slow.
  static constexpr double kNumbers[] = {0.0,
                                        -0.0,
                                        1.0,
                                        2.0,
                                        3.0,
                                        4.0,
                                        7.0,
                                        16.0,
                                        40.0,
                                        255.0,
                                        0.5,
                                        0.1,
                                        0.99,
                                        1e-5,
                                        1e-300,
                                        5e-324,
                                        -1.0,
                                        -2.0,
                                        2.5,
                                        1e7,
                                        2147483647.0,
                                        2147483648.0,
                                        4294967295.0,
                                        4294967296.0,
                                        -2147483648.0,
                                        -2147483649.0,
                                        9007199254740992.0,
                                        9223372036854775807.0,
                                        -9223372036854775808.0,
                                        18446744073709551616.0,
                                        1e300,
                                        -1e300,
                                        1.7976931348623157e308};

  static constexpr const char* kTexts[] = {
      "NaN", "Infinity", "-Infinity", "", "é\"\\\n", "1e999",
      // names in recipes and calls
      "training", "validation", "test", "inference", "epochs", "batches", "all-rows",
      "training-rows", "none", "zero", "error", "dense", "dropout", "course", "inverted",
      "weight-multiply", "bias-add", "sigmoid", "linear", "tanh", "relu", "leaky-relu", "softplus",
      "elu", "square", "identity", "sum", "product", "mean", "half-sum", "mean-squared-error",
      "softmax-cross-entropy", "usual", "as-in-the-course", "sgd", "momentum", "standard-normal",
      "glorot-normal", "he-normal"};

  static constexpr std::size_t kSizes[] = {0, 0, 1, 1, 2, 3, 5, 10, 13};

  static constexpr const char* kArrays[] = {"f64", "i32", "u8"};

  std::minstd_rand random_;
};

/// The document as bytes, or 0 if it is too long.
inline std::size_t written(const nlohmann::json& document, std::uint8_t* out, std::size_t most) {
  const std::string text = document.dump();
  if (text.size() > most) return 0;
  std::memcpy(out, text.data(), text.size());
  return text.size();
}

/// The bytes as a document; an empty list if they are none.
inline nlohmann::json read_json(const std::uint8_t* data, std::size_t size) {
  nlohmann::json document = nlohmann::json::parse(data, data + size, nullptr, false);
  return document.is_discarded() ? nlohmann::json::array() : document;
}

inline std::size_t mutate_json(std::uint8_t* data, std::size_t size, std::size_t most,
                               unsigned seed) {
  nlohmann::json document = read_json(data, size);
  JsonMutator(seed).mutate(document);
  const std::size_t length = written(document, data, most);
  return length > 0 ? length : size;
}

inline std::size_t cross_json(const std::uint8_t* first, std::size_t first_size,
                              const std::uint8_t* second, std::size_t second_size,
                              std::uint8_t* out, std::size_t most, unsigned seed) {
  const nlohmann::json both =
      JsonMutator(seed).cross(read_json(first, first_size), read_json(second, second_size));
  return written(both, out, most);
}

}  // namespace minifactory
