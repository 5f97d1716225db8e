#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace minifactory {

/// The settings of a part by name: numbers, texts and flags, as in a recipe.
///
/// A reader without a fallback throws Error MISSING_SETTING, which names the setting, if there is
/// no setting of that name and type.
class Settings {
 public:
  /// Adds a setting, or replaces the one of that name.
  Settings& with_number(std::string_view name, double number);
  Settings& with_text(std::string_view name, std::string_view text);
  Settings& with_flag(std::string_view name, bool flag);

  double number(std::string_view name) const;
  double number(std::string_view name, double fallback) const;
  /// Also Error OUT_OF_RANGE, as `whole_number`.
  std::ptrdiff_t integer(std::string_view name) const;
  std::string text(std::string_view name) const;
  std::string text(std::string_view name, std::string_view fallback) const;
  bool flag(std::string_view name) const;

 private:
  enum class Type { kNumber, kText, kFlag };
  struct Setting {
    std::string name;
    Type type;
    double number;  ///< Also a flag: 0 or 1.
    std::string text;
  };

  Setting& add(std::string_view name, Type type);
  /// Null if there is no setting of this name and type.
  const Setting* find(std::string_view name, Type type) const;
  const Setting& require(std::string_view name, Type type) const;

  std::vector<Setting> settings_;
};

/// A layer, a loss or an optimiser as a recipe describes it: its name in the registry, and its
/// settings.
struct PartPlan {
  std::string name;
  Settings settings;
};

}  // namespace minifactory
