#pragma once

#include "operations/operation.hpp"

namespace minifactory {

/// An operation with numbers of its own to learn. `backward` also leaves ∂L/∂parameter in
/// `gradient()`.
class ParamOperation : public Operation {
 public:
  ConstView backward(ConstView output_gradient,
                     InputGradient wanted = InputGradient::kCompute) override;

  /// The letter its parameter goes by in formulas: W for weights, B for a bias.
  virtual char symbol() const = 0;

  Matrix& parameter() { return parameter_; }
  const Matrix& parameter() const { return parameter_; }

  /// Same shape as the parameter; 0 before any backward pass.
  const Matrix& gradient() const { return gradient_; }

 protected:
  /// The parameter starts at 0; someone else draws it.
  ParamOperation(Index rows, Index columns);

  virtual void compute_parameter_gradient(ConstView output_gradient, View gradient) const = 0;

 private:
  Matrix parameter_;
  Matrix gradient_;
};

}  // namespace minifactory
