#pragma once

// The housing data as the tests read it: web/datasets/boston.csv, 506 rows, MEDV last.

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "numerics/matrix.hpp"

namespace minifactory {

struct Boston {
  std::vector<std::string> names;  // of the features
  Matrix features;                 // (506, 13), raw
  Vector target;                   // (506), MEDV in $1000s
};

inline std::vector<std::string> csv_fields(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream stream(line);
  for (std::string field; std::getline(stream, field, ',');) fields.push_back(field);
  return fields;
}

inline Boston boston() {
  constexpr Index rows = 506;
  constexpr Index features = 13;
  std::ifstream file(MINIFACTORY_BOSTON_CSV);
  if (!file) throw std::runtime_error("cannot open " MINIFACTORY_BOSTON_CSV);

  Boston data;
  std::string line;
  std::getline(file, line);
  data.names = csv_fields(line);
  data.names.pop_back();
  data.features.resize(rows, features);
  data.target.resize(rows);
  for (Index i = 0; i < rows; ++i) {
    std::getline(file, line);
    const std::vector<std::string> fields = csv_fields(line);
    if (fields.size() != features + 1) throw std::runtime_error("unexpected row: " + line);
    for (Index j = 0; j < features; ++j) {
      data.features(i, j) = std::stod(fields[static_cast<std::size_t>(j)]);
    }
    data.target(i) = std::stod(fields.back());
  }
  return data;
}

/// With the one mistyped cell of the copy that the book used.
inline Boston boston_as_first_printed() {
  Boston data = boston();
  data.features(445, 0) = 0.6718;
  return data;
}

inline Matrix rows_of(const Matrix& table, const std::vector<std::int32_t>& rows) {
  Matrix chosen(static_cast<Index>(rows.size()), table.cols());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    chosen.row(static_cast<Index>(i)) = table.row(rows[i]);
  }
  return chosen;
}

}  // namespace minifactory
