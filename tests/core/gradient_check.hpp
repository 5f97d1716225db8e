#pragma once

// The gradient check for every operation, layer, loss and network: it compares each gradient with
// the central difference of the loss.

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "layers/neural_network.hpp"
#include "losses/loss.hpp"
#include "operations/operation.hpp"
#include "random_matrix.hpp"
#include "shape_text.hpp"

namespace minifactory {

/// The result of a check: its largest error.
class GradientCheck {
 public:
  /// The largest relative error that passes.
  static constexpr double kTolerance = 1e-6;
  /// The step: large enough for the loss to change in many digits, small enough for the loss to be
  /// almost linear.
  static constexpr double kStep = 1e-5;

  /// Compares `analytic`, ∂L/∂values, with central differences of `loss()`, which reads `values`.
  template <typename LossOf>
  void add(const std::string& name, View values, ConstView analytic, LossOf&& loss) {
    // The rounding of the loss hides elements a thousand times smaller than the largest.
    const double floor = analytic.size() > 0 ? 1e-3 * analytic.cwiseAbs().maxCoeff() : 0.0;
    for (Index row = 0; row < values.rows(); ++row) {
      for (Index column = 0; column < values.cols(); ++column) {
        const double numeric = slope(values(row, column), loss);
        compare(name + shape_text(row, column), analytic(row, column), numeric, floor);
      }
    }
  }

  double relative_error() const { return relative_error_; }
  bool passes() const { return checked_ > 0 && relative_error_ < kTolerance; }
  /// The worst element and both its slopes, e.g. "B1(0, 3): analytic -2.0, numeric 0.5".
  const std::string& worst() const { return worst_; }

 private:
  template <typename LossOf>
  static double slope(double& value, LossOf&& loss) {
    const double at = value;
    value = at + kStep;
    const double above = loss();
    value = at - kStep;
    const double below = loss();
    value = at;
    return (above - below) / (2.0 * kStep);
  }

  void compare(const std::string& element, double analytic, double numeric, double floor) {
    ++checked_;
    const double size = std::max({std::abs(analytic), std::abs(numeric), floor});
    const double error = analytic == numeric ? 0.0 : std::abs(analytic - numeric) / size;
    // Written so that NaN counts as the largest error.
    if (worst_.empty() || !(error <= relative_error_ || std::isnan(relative_error_))) {
      relative_error_ = error;
      worst_ = element + ": analytic " + std::to_string(analytic) + ", numeric " +
               std::to_string(numeric);
    }
  }

  int checked_ = 0;
  double relative_error_ = 0.0;
  std::string worst_;
};

/// Checks the input and the parameters of an operation or a layer in both modes, with the loss
/// Σ output ∘ weights, whose gradient with respect to the output is the weights. Every pass draws
/// the same random numbers.
template <typename Part>
GradientCheck check_part(Part& part, const std::vector<Parameter*>& parameters, Matrix input) {
  GradientCheck check;
  for (const Mode mode : {Mode::kInference, Mode::kTraining}) {
    const auto forward = [&] {
      RandomState random(3);
      return part.forward(view(input), {mode, &random});
    };
    const Matrix weights = random_matrix(forward().rows(), forward().cols(), 99);
    const auto loss = [&] { return forward().cwiseProduct(weights).sum(); };

    const Matrix input_gradient = part.backward(view(weights));
    check.add("input", writable(input), view(input_gradient), loss);
    for (Parameter* parameter : parameters) {
      check.add(std::string(parameter->symbol), writable(parameter->value),
                view(Matrix(parameter->gradient)), loss);
    }
  }
  return check;
}

inline GradientCheck check_operation(Operation& operation, const Matrix& input) {
  return check_part(operation, operation.parameters(), input);
}

inline GradientCheck check_layer(Layer& layer, const Matrix& input) {
  return check_part(layer, layer.parameters(), input);
}

inline GradientCheck check_loss(Loss& loss, Matrix predictions, const Matrix& targets) {
  loss.forward(view(predictions), view(targets));
  const Matrix gradient = loss.backward();
  GradientCheck check;
  check.add("prediction", writable(predictions), view(gradient),
            [&] { return loss.forward(view(predictions), view(targets)); });
  return check;
}

/// Checks the gradients of a network with its own loss.
class NetworkGradients {
 public:
  NetworkGradients(NeuralNetwork& network, Matrix features, Matrix targets)
      : network_(network), features_(std::move(features)), targets_(std::move(targets)) {}

  GradientCheck of_features() {
    const Matrix gradient = run_backward();
    GradientCheck check;
    check.add("X", writable(features_), view(gradient), [this] { return loss(); });
    return check;
  }

  /// Numbered as in `NeuralNetwork::parameters`: W1, B1, W2, …
  GradientCheck of_parameter(std::size_t number) {
    run_backward();
    Parameter& parameter = *network_.parameters()[number];
    GradientCheck check;
    check.add(std::string(parameter.symbol) + std::to_string(number / 2 + 1),
              writable(parameter.value), view(Matrix(parameter.gradient)),
              [this] { return loss(); });
    return check;
  }

 private:
  Matrix run_backward() {
    loss();
    return network_.backward(network_.loss().backward(), InputGradient::kCompute);
  }

  double loss() {
    return network_.loss().forward(network_.forward(view(features_)), view(targets_));
  }

  NeuralNetwork& network_;
  Matrix features_;
  Matrix targets_;
};

}  // namespace minifactory
