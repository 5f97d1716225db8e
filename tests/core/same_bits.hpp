#pragma once

#include <cstring>
#include <vector>

#include "layers/neural_network.hpp"
#include "numerics/matrix.hpp"

namespace minifactory {

/// Whether shapes and bits are equal: NaN equals itself, and 0 differs from -0.
inline bool same_bits(const Matrix& a, const Matrix& b) {
  return a.rows() == b.rows() && a.cols() == b.cols() &&
         std::memcmp(a.data(), b.data(), static_cast<std::size_t>(a.size()) * sizeof(double)) == 0;
}

inline bool same_bits(double a, double b) { return std::memcmp(&a, &b, sizeof a) == 0; }

inline bool same_bits(const std::vector<Matrix>& a, const std::vector<Matrix>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!same_bits(a[i], b[i])) return false;
  }
  return true;
}

/// A copy of every parameter: W1, B1, W2, …
inline std::vector<Matrix> parameters_of(const NeuralNetwork& network) {
  std::vector<Matrix> parameters;
  for (const Parameter* parameter : network.parameters()) parameters.push_back(parameter->value);
  return parameters;
}

inline bool all_finite(const std::vector<Matrix>& matrices) {
  for (const Matrix& matrix : matrices) {
    if (!matrix.allFinite()) return false;
  }
  return true;
}

}  // namespace minifactory
