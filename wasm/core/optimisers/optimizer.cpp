#include "optimisers/optimizer.hpp"

#include <cmath>

#include "error.hpp"
#include "numerics/simd.hpp"

namespace minifactory {
namespace {

/// Whether no element is infinite or NaN.
bool is_finite(ConstView values) {
  using simd::Pair;
  // 0 times a finite number is 0, 0 times anything else is NaN, and a sum with NaN is NaN. With two
  // independent sums, one addition need not wait for the other.
  const double* from = values.data();
  const Index size = values.size();
  Pair even = {}, odd = {};
  Index i = 0;
  for (; i + 4 <= size; i += 4) {
    even += simd::splat(0.0) * simd::load(from + i);
    odd += simd::splat(0.0) * simd::load(from + i + 2);
  }
  const Pair sums = even + odd;
  double sum = sums[0] + sums[1];
  for (; i < size; ++i) sum += 0.0 * from[i];
  return sum == 0.0;
}

bool are_finite(const std::vector<Matrix>& matrices) {
  for (const Matrix& matrix : matrices) {
    if (!is_finite(view(matrix))) return false;
  }
  return true;
}

}  // namespace

bool Optimizer::step(NeuralNetwork& network) {
  const std::vector<Parameter*>& parameters = network.parameters();
  check_started(parameters.size());
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    compute_step_of(*parameters[i], i, next_);
    if (!is_finite(view(next_.parameters[i])) || !are_finite(next_.state[i])) return false;
  }
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    parameters[i]->value.swap(next_.parameters[i]);
  }
  state_.swap(next_.state);
  return true;
}

OptimizerUpdate Optimizer::update(const NeuralNetwork& network) const {
  const std::vector<Parameter*>& parameters = network.parameters();
  check_started(parameters.size());
  OptimizerUpdate next = next_;
  for (std::size_t i = 0; i < parameters.size(); ++i) compute_step_of(*parameters[i], i, next);
  return next;
}

void Optimizer::compute_step_of(const Parameter& parameter, std::size_t place,
                                OptimizerUpdate& next) const {
  ParameterStep step{view(parameter.value), view(parameter.gradient), state_[place],
                     writable(next.parameters[place]), next.state[place]};
  compute_step(step);
}

void Optimizer::check_started(std::size_t parameters) const {
  if (next_.parameters.size() != parameters) {
    throw Error("NOT_READY", "The optimiser has not started with this network.");
  }
}

void Optimizer::start(const NeuralNetwork& network) {
  next_ = {};
  for (const Parameter* parameter : network.parameters()) {
    const Matrix& value = parameter->value;
    next_.parameters.push_back(zeros(value.rows(), value.cols()));
    next_.state.emplace_back();
    for (std::size_t name = 0; name < state_names().size(); ++name) {
      next_.state.back().push_back(zeros(value.rows(), value.cols()));
    }
  }
  state_ = next_.state;
}

void Optimizer::set_learning_rate(double learning_rate) {
  if (!(std::isfinite(learning_rate) && learning_rate > 0.0)) {
    throw Error("OUT_OF_RANGE", "The learning rate must be a finite number above 0.");
  }
  learning_rate_ = learning_rate;
}

}  // namespace minifactory
