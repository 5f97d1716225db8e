#pragma once

#include "layers/neural_network.hpp"

namespace minifactory {

/// Turns gradients into steps.
class Optimizer {
 public:
  virtual ~Optimizer() = default;

  /// Moves every parameter by the gradient the network holds. If a parameter would not stay finite,
  /// none is moved and the answer is false.
  virtual bool step(NeuralNetwork& network) = 0;

  double learning_rate() const { return learning_rate_; }

  /// Error OUT_OF_RANGE unless finite and above 0.
  void set_learning_rate(double learning_rate);

 protected:
  explicit Optimizer(double learning_rate) { set_learning_rate(learning_rate); }
  Optimizer(const Optimizer&) = delete;
  Optimizer& operator=(const Optimizer&) = delete;

 private:
  double learning_rate_ = 0.0;
};

}  // namespace minifactory
