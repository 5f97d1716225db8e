#include "functions/functions.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "error.hpp"
#include "name_table.hpp"

namespace minifactory {
namespace {

constexpr double kNegativeSlope = 0.2;

constexpr std::array<Function, 6> kFunctions{{
    {"square", square, square_derivative},
    {"relu", relu, relu_derivative},
    {"leaky-relu", leaky_relu, leaky_relu_derivative},
    {"sigmoid", sigmoid, sigmoid_derivative},
    {"tanh", tanh, tanh_derivative},
    {"identity", identity, identity_derivative},
}};

}  // namespace

double square(double x) { return x * x; }
double square_derivative(double x) { return 2.0 * x; }

double relu(double x) { return std::max(x, 0.0); }
double relu_derivative(double x) { return x > 0.0 ? 1.0 : 0.0; }

double leaky_relu(double x) { return std::max(kNegativeSlope * x, x); }
double leaky_relu_derivative(double x) { return x > 0.0 ? 1.0 : kNegativeSlope; }

double sigmoid(double x) { return 1.0 / (1.0 + std::exp(-x)); }
double sigmoid_derivative(double x) { return sigmoid(x) * (1.0 - sigmoid(x)); }

double tanh(double x) { return std::tanh(x); }
double tanh_derivative(double x) { return 1.0 - square(std::tanh(x)); }

double identity(double x) { return x; }
double identity_derivative(double /*x*/) { return 1.0; }

Names function_names() { return names_of(kFunctions); }

const Function& function_named(std::string_view name) {
  return entry_named(kFunctions, name, "function");
}

void check_step(double step) {
  if (!(std::isfinite(step) && step > 0.0)) {
    throw Error("OUT_OF_RANGE", "The step must be a finite number above 0.");
  }
}

double forward_difference(double value, double nudged, double step) {
  check_step(step);
  return (nudged - value) / step;
}

double derivative(const Function& function, double at, Step step) {
  return step ? numeric_derivative(function.value, at, *step) : function.derivative(at);
}

double first_order_estimate(double value, double slope, double delta) {
  return value + delta * slope;
}

}  // namespace minifactory
