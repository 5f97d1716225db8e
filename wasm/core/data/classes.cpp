#include "data/classes.hpp"

#include "error.hpp"

namespace minifactory {

Matrix one_hot(const std::vector<std::int32_t>& classes, Index count) {
  Matrix rows = zeros(static_cast<Index>(classes.size()), count);
  for (std::size_t row = 0; row < classes.size(); ++row) {
    if (classes[row] < 0 || classes[row] >= count) {
      throw Error("OUT_OF_RANGE", {"Row ", row, " has the class ", classes[row], "; there are ",
                                   count, " classes, counted from 0."});
    }
    rows(static_cast<Index>(row), classes[row]) = 1.0;
  }
  return rows;
}

std::vector<std::int32_t> classes_of(ConstView one_hot_rows) {
  std::vector<std::int32_t> classes;
  for (Index row = 0; row < one_hot_rows.rows(); ++row) {
    Index ones = 0;
    Index zeros = 0;
    Index last = 0;
    for (Index column = 0; column < one_hot_rows.cols(); ++column) {
      const double number = one_hot_rows(row, column);
      if (number == 1.0) {
        ++ones;
        last = column;
      } else if (number == 0.0) {
        ++zeros;
      }
    }
    if (ones != 1 || ones + zeros != one_hot_rows.cols()) {
      throw Error("NOT_ONE_HOT",
                  {"Row ", row, " of the targets must hold a 1 at its class and 0 at ",
                   "all other classes."});
    }
    classes.push_back(static_cast<std::int32_t>(last));
  }
  return classes;
}

std::vector<std::int32_t> highest_classes(ConstView scores) {
  std::vector<std::int32_t> classes;
  for (Index row = 0; row < scores.rows(); ++row) {
    Index highest = 0;
    for (Index column = 1; column < scores.cols(); ++column) {
      if (scores(row, column) > scores(row, highest)) highest = column;
    }
    classes.push_back(static_cast<std::int32_t>(highest));
  }
  return classes;
}

}  // namespace minifactory
