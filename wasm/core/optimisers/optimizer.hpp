#pragma once

#include <utility>
#include <vector>

#include "layers/neural_network.hpp"
#include "name_table.hpp"

namespace minifactory {

/// The step of one parameter: what it depends on and what it writes. All matrices have the shape
/// of the parameter.
struct ParameterStep {
  ConstView parameter;
  ConstView gradient;
  const std::vector<Matrix>& state;  ///< In the order of `Optimizer::state_names`.
  View next_parameter;
  std::vector<Matrix>& next_state;
};

/// The memory of an optimiser: for each parameter, one matrix for each of its `state_names`.
using OptimizerState = std::vector<std::vector<Matrix>>;

/// All parameters, in the order of `NeuralNetwork::parameters`, and the state after a step.
struct OptimizerUpdate {
  std::vector<Matrix> parameters;
  OptimizerState state;
};

/// Changes the parameters of a network by their gradients.
///
/// The base class goes through the parameters, owns the state (matrices such as a velocity, which
/// one step leaves for the next) and rejects steps that are not finite. A subclass only computes.
class Optimizer {
 public:
  virtual ~Optimizer() = default;

  /// Changes every parameter by the gradient the network holds. If a parameter or the state would
  /// become infinite or NaN, changes nothing and returns false. Error NOT_READY before `start`.
  [[nodiscard]] bool step(NeuralNetwork& network);

  /// The result of the next step, finite or not, without taking it. Error NOT_READY before `start`.
  OptimizerUpdate update(const NeuralNetwork& network) const;

  /// Prepares for this network: sets the state to 0, in the shapes of its parameters.
  void start(const NeuralNetwork& network);

  double learning_rate() const { return learning_rate_; }

  /// Error OUT_OF_RANGE unless finite and above 0.
  void set_learning_rate(double learning_rate);

  /// The names of the matrices kept for each parameter, e.g. "velocity"; empty without a state.
  virtual Names state_names() const { return {}; }

  const OptimizerState& state() const { return state_; }
  /// The shapes must be those of `state`.
  void set_state(OptimizerState state) { state_ = std::move(state); }

 protected:
  /// Error OUT_OF_RANGE unless the learning rate is finite and above 0.
  explicit Optimizer(double learning_rate) { set_learning_rate(learning_rate); }
  Optimizer(const Optimizer&) = delete;
  Optimizer& operator=(const Optimizer&) = delete;

  /// Writes `next_parameter` and all of `next_state`. What they hold before has no meaning.
  virtual void compute_step(ParameterStep& step) const = 0;

 private:
  /// Computes the step of one parameter into `next`; `place` is its place in the network.
  void compute_step_of(const Parameter& parameter, std::size_t place, OptimizerUpdate& next) const;
  /// Error NOT_READY unless `start` has prepared for so many parameters.
  void check_started(std::size_t parameters) const;

  double learning_rate_ = 0.0;
  OptimizerState state_;
  /// The step being computed; if it is finite, it is swapped with the network's parameters and
  /// `state_`.
  OptimizerUpdate next_;
};

}  // namespace minifactory
