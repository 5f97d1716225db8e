#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "error.hpp"

namespace minifactory {

/// Expects that `action` throws an Error with this code, whose sentence names each of `mentioned`.
template <typename Action>
void expect_error(const std::string& code, const std::vector<std::string_view>& mentioned,
                  Action&& action) {
  try {
    action();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), code) << error.what();
    for (const std::string_view words : mentioned) {
      EXPECT_NE(std::string(error.what()).find(words), std::string::npos)
          << "\"" << words << "\" is missing in: " << error.what();
    }
    return;
  }
  ADD_FAILURE() << "expected the error " << code;
}

}  // namespace minifactory
