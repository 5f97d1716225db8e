#include "settings.hpp"

#include "error.hpp"
#include "whole_number.hpp"

namespace minifactory {

Settings& Settings::with_number(std::string_view name, double number) {
  add(name, Type::kNumber).number = number;
  return *this;
}

Settings& Settings::with_text(std::string_view name, std::string_view text) {
  add(name, Type::kText).text = text;
  return *this;
}

Settings& Settings::with_flag(std::string_view name, bool flag) {
  add(name, Type::kFlag).number = flag ? 1.0 : 0.0;
  return *this;
}

double Settings::number(std::string_view name) const { return require(name, Type::kNumber).number; }

double Settings::number(std::string_view name, double fallback) const {
  const Setting* setting = find(name, Type::kNumber);
  return setting == nullptr ? fallback : setting->number;
}

std::ptrdiff_t Settings::integer(std::string_view name) const {
  return whole_number<std::ptrdiff_t>(number(name), text_of({"The setting \"", name, "\""}));
}

std::string Settings::text(std::string_view name) const { return require(name, Type::kText).text; }

std::string Settings::text(std::string_view name, std::string_view fallback) const {
  const Setting* setting = find(name, Type::kText);
  return setting == nullptr ? std::string(fallback) : setting->text;
}

bool Settings::flag(std::string_view name) const {
  return require(name, Type::kFlag).number != 0.0;
}

Settings::Setting& Settings::add(std::string_view name, Type type) {
  for (Setting& setting : settings_) {
    if (setting.name != name) continue;
    setting.type = type;
    return setting;
  }
  settings_.push_back({std::string(name), type, 0.0, {}});
  return settings_.back();
}

const Settings::Setting* Settings::find(std::string_view name, Type type) const {
  for (const Setting& setting : settings_) {
    if (setting.name == name && setting.type == type) return &setting;
  }
  return nullptr;
}

const Settings::Setting& Settings::require(std::string_view name, Type type) const {
  const Setting* setting = find(name, type);
  if (setting == nullptr) {
    constexpr const char* kTypes[] = {"number", "text", "flag"};
    throw Error("MISSING_SETTING", {"The ", kTypes[static_cast<int>(type)], " \"", name,
                                    "\" is missing from the settings."});
  }
  return *setting;
}

}  // namespace minifactory
