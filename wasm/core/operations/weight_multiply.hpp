#pragma once

#include "operations/param_operation.hpp"

namespace minifactory {

/// output = input · W: (rows, in) · (in, out) → (rows, out), a weighted sum for each unit.
/// ∂L/∂input = ∂L/∂output · Wᵀ and ∂L/∂W = inputᵀ · ∂L/∂output.
class WeightMultiply final : public ParamOperation {
 public:
  WeightMultiply(Index inputs, Index units)
      : ParamOperation({{"W", Axis::kInput, Axis::kUnit, inputs, units}}) {}

  std::string_view kind() const override { return "WeightMultiply"; }
  Role role() const override { return Role::kWeights; }
  Index output_columns(Index input_columns) const override;

 protected:
  void compute_output(ConstView input, View output) const override;
  void compute_input_gradient(ConstView output_gradient, View input_gradient) const override;
  void compute_parameter_gradients(ConstView output_gradient) override;
};

}  // namespace minifactory
