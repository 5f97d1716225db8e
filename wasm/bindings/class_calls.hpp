#pragma once

#include <cstdint>
#include <vector>

#include "data/classes.hpp"
#include "data/split.hpp"
#include "marshal.hpp"
#include "numerics/softmax.hpp"
#include "training/class_metrics.hpp"

namespace minifactory {

/// The calls for classification that need no run. Scores and one-hot targets are (rows, classes).
/// Their types are in web/engine/core-functions.ts.
template <typename Format>
struct ClassCalls {
  using Value = typename Format::Value;
  using M = Marshal<Format>;

  static Value probabilities(const Value& scores) {
    Matrix numbers = M::to_matrix(scores);
    softmax_rows(view(numbers), writable(numbers));
    return M::matrix(numbers);
  }

  static Value metrics(const Value& scores, const Value& targets) {
    const ClassMetrics metrics =
        measure_classes(view(M::to_matrix(scores)), view(M::to_matrix(targets)));
    Value object = Format::object();
    M::put(object, "rows", metrics.rows);
    M::put(object, "accuracy", metrics.accuracy);
    M::put(object, "crossEntropy", metrics.cross_entropy);
    M::put(object, "confusion", metrics.confusion);
    M::put(object, "precision", metrics.precision);
    M::put(object, "recall", metrics.recall);
    return object;
  }

  static Value frequencies(const Value& targets) {
    return M::matrix(frequency_scores(view(M::to_matrix(targets))));
  }

  static Value stratified_split_of(const Value& targets, double test_fraction,
                                   double validation_fraction, double seed) {
    const Split split =
        stratified_split(classes_of(view(M::to_matrix(targets))), test_fraction,
                         validation_fraction, whole_number<std::uint32_t>(seed, "A seed"));
    Value object = Format::object();
    Format::put(object, "training", integers(split.training));
    Format::put(object, "validation", integers(split.validation));
    Format::put(object, "test", integers(split.test));
    return object;
  }

 private:
  static Value integers(const std::vector<std::int32_t>& rows) {
    return Format::integers(rows.data(), rows.size());
  }
};

}  // namespace minifactory
