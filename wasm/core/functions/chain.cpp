#include "functions/chain.hpp"

#include "error.hpp"

namespace minifactory {

Chain::Chain(const std::vector<std::string>& names) {
  if (names.empty()) throw Error("EMPTY_CHAIN", "A chain needs at least 1 function.");
  for (const std::string& name : names) functions_.push_back(function_named(name));
}

double Chain::operator()(double x) const {
  for (const Function& function : functions_) x = function.value(x);
  return x;
}

std::vector<double> Chain::values(double x) const {
  std::vector<double> values;
  for (const Function& function : functions_) {
    x = function.value(x);
    values.push_back(x);
  }
  return values;
}

std::vector<double> Chain::factors(double x, Step step) const {
  std::vector<double> factors;
  for (const Function& function : functions_) {
    factors.push_back(minifactory::derivative(function, x, step));
    x = function.value(x);
  }
  return factors;
}

double Chain::derivative(double x, Step step) const {
  double product = 1.0;
  for (const double factor : factors(x, step)) product *= factor;
  return product;
}

double Chain::numeric_derivative(double x, double step) const {
  return minifactory::numeric_derivative(*this, x, step);
}

}  // namespace minifactory
