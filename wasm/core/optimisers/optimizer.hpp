#pragma once

#include <utility>
#include <vector>

#include "layers/neural_network.hpp"
#include "name_table.hpp"

namespace minifactory {

/// One parameter in a step. All matrices have its shape.
struct ParameterStep {
  ConstView parameter;
  ConstView gradient;
  const std::vector<Matrix>& state;  ///< In the order of `Optimizer::state_names`.
  View next_parameter;
  std::vector<Matrix>& next_state;
};

/// What an optimiser keeps: for each parameter, one matrix for each of its `state_names`.
using OptimizerState = std::vector<std::vector<Matrix>>;

/// What a step makes of all parameters, in the order of `NeuralNetwork::parameters`, and of the
/// state.
struct OptimizerUpdate {
  std::vector<Matrix> parameters;
  OptimizerState state;
};

/// Turns gradients into steps.
///
/// The base class walks the parameters, keeps the state (matrices such as a velocity, which go on
/// from step to step) and refuses steps that are not finite; a subclass only computes.
class Optimizer {
 public:
  virtual ~Optimizer() = default;

  /// Moves every parameter by the gradient the network holds. If a parameter or the state would not
  /// stay finite, nothing changes and the answer is false. Error NOT_READY before `start`.
  bool step(NeuralNetwork& network);

  /// What the next step would make of the network, finite or not. Changes nothing. Error NOT_READY
  /// before `start`.
  OptimizerUpdate update(const NeuralNetwork& network) const;

  /// Gets ready for this network: the state is 0, in the shapes of its parameters.
  void start(const NeuralNetwork& network);

  double learning_rate() const { return learning_rate_; }

  /// Error OUT_OF_RANGE unless finite and above 0.
  void set_learning_rate(double learning_rate);

  /// What is kept for each parameter, e.g. "velocity"; empty for most optimisers.
  virtual Names state_names() const { return {}; }

  const OptimizerState& state() const { return state_; }
  void set_state(OptimizerState state) { state_ = std::move(state); }

 protected:
  /// Error OUT_OF_RANGE unless the learning rate is finite and above 0.
  explicit Optimizer(double learning_rate) { set_learning_rate(learning_rate); }
  Optimizer(const Optimizer&) = delete;
  Optimizer& operator=(const Optimizer&) = delete;

  /// Writes `next_parameter` and all of `next_state`.
  virtual void compute_step(ParameterStep& step) const = 0;

 private:
  void compute_step_of(const Parameter& parameter, std::size_t place, OptimizerUpdate& next) const;
  void check_started(std::size_t parameters) const;

  double learning_rate_ = 0.0;
  OptimizerState state_;
  /// Where a step is computed, before it replaces what the network and `state_` hold.
  OptimizerUpdate next_;
};

}  // namespace minifactory
