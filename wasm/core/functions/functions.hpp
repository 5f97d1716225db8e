#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "name_table.hpp"

namespace minifactory {

/// A function of one number, with its derivative as a formula.
struct Function {
  std::string_view name;
  double (*value)(double);
  double (*derivative)(double);
};

/// x²
double square(double x);
double square_derivative(double x);

/// max(x, 0). The derivative at 0 is taken from the left: 0.
double relu(double x);
double relu_derivative(double x);

/// max(0.2x, x). The derivative at 0 is taken from the left: 0.2.
double leaky_relu(double x);
double leaky_relu_derivative(double x);

/// 1 / (1 + e⁻ˣ), with derivative σ(x)(1 - σ(x))
double sigmoid(double x);
double sigmoid_derivative(double x);

/// tanh x, with derivative 1 - tanh²x
double tanh(double x);
double tanh_derivative(double x);

/// x
double identity(double x);
double identity_derivative(double x);

/// The names of the functions above, e.g. "leaky-relu".
Names function_names();

/// The function of that name. Error UNKNOWN_NAME, which lists the known names.
const Function& function_named(std::string_view name);

/// The book's step Δ for numeric derivatives.
inline constexpr double kDefaultStep = 0.001;

/// Error OUT_OF_RANGE unless the step is finite and above 0.
void check_step(double step);

/// Central difference: (f(a+Δ) - f(a-Δ)) / 2Δ, for any `curve` that maps a double to a double.
/// Error OUT_OF_RANGE unless the step Δ is finite and above 0.
template <typename Curve>
double numeric_derivative(const Curve& curve, double at, double step = kDefaultStep) {
  check_step(step);
  return (curve(at + step) - curve(at - step)) / (2.0 * step);
}

/// Forward difference: (f(a+Δ) - f(a)) / Δ, from the value f(a) and the nudged value f(a+Δ). Error
/// OUT_OF_RANGE unless the step Δ is finite and above 0.
double forward_difference(double value, double nudged, double step = kDefaultStep);

/// How a derivative is computed: exactly, from its formula, or as a central difference with this
/// step.
using Step = std::optional<double>;
inline constexpr std::nullopt_t kExact = std::nullopt;

/// f'(at). Error OUT_OF_RANGE as `numeric_derivative`.
double derivative(const Function& function, double at, Step step = kExact);

/// The value of the tangent at a distance Δ: value + Δ · slope.
double first_order_estimate(double value, double slope, double delta);

}  // namespace minifactory
