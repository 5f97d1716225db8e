#pragma once

#include <vector>

#include "layers/neural_network.hpp"

namespace minifactory {

/// The gradients of the same elements: by the backward pass, and by central differences.
struct GradientComparison {
  std::vector<double> analytic;
  std::vector<double> numeric;
};

/// Compares the gradients of a network with central differences, element by element. The network
/// must outlive it. Every call restores the parameters; the gradients that the network holds are
/// overwritten.
class GradientComparer {
 public:
  /// The `place` that means the features; 0 and above is the place of a parameter in
  /// `NeuralNetwork::parameters`.
  static constexpr Index kFeatures = -1;

  /// features (rows, inputs) and targets (rows, outputs). All passes are in training mode and start
  /// from the same state of `random`, so that they compute the same function.
  GradientComparer(NeuralNetwork& network, Matrix features, Matrix targets, RandomState random);

  /// Compares `count` elements from `first` on, counted row by row, each nudged by ±`step`. Error
  /// OUT_OF_RANGE if there are no such elements, or unless the step is finite and above 0.
  GradientComparison compare(Index place, Index first, Index count, double step);

  /// `Loss::objective` as a function of one element, at its value plus each of the offsets. The
  /// slope of this curve at offset 0 is the gradient. Error OUT_OF_RANGE.
  std::vector<double> objective_around(Index place, Index element,
                                       const std::vector<double>& offsets);

 private:
  View numbers(Index place);
  void check_elements(Index place, Index first, Index count);
  double objective();

  NeuralNetwork& network_;
  Matrix features_;
  Matrix targets_;
  const RandomState random_;
};

}  // namespace minifactory
