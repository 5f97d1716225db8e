#include "settings.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "expect_error.hpp"

namespace minifactory {
namespace {

const Settings kSettings = Settings()
                               .with_number("units", 4)
                               .with_number("rate", 0.5)
                               .with_text("activation", "tanh")
                               .with_flag("nesterov", true);

TEST(Settings, AreReadByNameAndType) {
  EXPECT_EQ(kSettings.number("rate"), 0.5);
  EXPECT_EQ(kSettings.integer("units"), 4);
  EXPECT_EQ(kSettings.text("activation"), "tanh");
  EXPECT_TRUE(kSettings.flag("nesterov"));
}

TEST(Settings, MayHaveDefaults) {
  EXPECT_EQ(kSettings.number("momentum", 0.9), 0.9);
  EXPECT_EQ(kSettings.number("rate", 0.9), 0.5);
  EXPECT_EQ(kSettings.text("gradient", "mean"), "mean");
  EXPECT_EQ(kSettings.text("activation", "relu"), "tanh");
}

TEST(Settings, AreNamedIfTheyAreMissing) {
  expect_error("MISSING_SETTING", {"\"momentum\"", "number"}, [] { kSettings.number("momentum"); });
  expect_error("MISSING_SETTING", {"\"gradient\"", "text"}, [] { kSettings.text("gradient"); });
  expect_error("MISSING_SETTING", {"\"activation\"", "number"},
               [] { kSettings.number("activation"); });
  expect_error("MISSING_SETTING", {"\"amsgrad\"", "flag"}, [] { kSettings.flag("amsgrad"); });
}

TEST(Settings, RejectFractionsReadAsIntegers) {
  expect_error("OUT_OF_RANGE", {"\"rate\"", "whole"}, [] { kSettings.integer("rate"); });
  const double nan = std::nan("");
  expect_error("OUT_OF_RANGE", {"\"units\""},
               [&] { Settings().with_number("units", nan).integer("units"); });
}

TEST(Settings, AreReplacedByThoseOfTheSameName) {
  EXPECT_EQ(Settings(kSettings).with_number("rate", 0.25).number("rate"), 0.25);
  EXPECT_EQ(Settings(kSettings).with_text("rate", "fast").text("rate"), "fast");
}

}  // namespace
}  // namespace minifactory
