#pragma once

#include "optimisers/optimizer.hpp"

namespace minifactory {

/// Stochastic gradient descent: parameter ← parameter − learning rate · gradient.
class SGD final : public Optimizer {
 public:
  /// Error OUT_OF_RANGE unless the learning rate is finite and above 0.
  explicit SGD(double learning_rate = 0.01) : Optimizer(learning_rate) {}

 protected:
  void compute_step(ParameterStep& step) const override;
};

}  // namespace minifactory
