#pragma once

#include "optimisers/optimizer.hpp"

namespace minifactory {

/// Stochastic gradient descent with momentum. Each parameter has a velocity, 0 at first:
/// velocity ← momentum · velocity + learning rate · gradient; parameter ← parameter − velocity.
class SGDMomentum final : public Optimizer {
 public:
  /// What most people begin with.
  static constexpr double kMomentum = 0.9;

  /// Error OUT_OF_RANGE unless the learning rate is finite and above 0, and 0 ≤ momentum < 1.
  explicit SGDMomentum(double learning_rate = 0.01, double momentum = kMomentum);

  Names state_names() const override { return {"velocity"}; }

 protected:
  void compute_step(ParameterStep& step) const override;

 private:
  double momentum_;
};

}  // namespace minifactory
