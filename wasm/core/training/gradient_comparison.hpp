#pragma once

#include <vector>

#include "layers/neural_network.hpp"

namespace minifactory {

/// Gradients of the same elements, once by the backward pass and once by nudging.
struct GradientComparison {
  std::vector<double> analytic;
  std::vector<double> numeric;
};

/// Compares the gradients of a network with central differences, element by element. The network
/// must outlive it; every call leaves the network's parameters as it found them.
class GradientComparer {
 public:
  /// What can be nudged: a parameter by its place in `NeuralNetwork::parameters`, or the
  /// features.
  static constexpr Index kFeatures = -1;

  /// features (rows, inputs) and targets (rows, 1). All passes are in training mode and draw the
  /// same numbers, those that come next from `random`, so that they are passes through one
  /// function.
  GradientComparer(NeuralNetwork& network, Matrix features, Matrix targets, RandomState random);

  /// `count` elements from `first` on, row by row, each nudged by `step` both ways.
  /// Errors: OUT_OF_RANGE if there are no such elements, or unless the step is finite and above 0.
  GradientComparison compare(Index place, Index first, Index count, double step);

  /// The number that training makes small (see Loss::objective) with one element moved by each of
  /// the offsets: the curve whose slope at 0 the gradient is. Error OUT_OF_RANGE.
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
