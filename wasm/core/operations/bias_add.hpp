#pragma once

#include "operations/param_operation.hpp"

namespace minifactory {

/// How ∂L/∂output is summed to the gradient of a bias.
enum class BiasGradient {
  kPerUnit,          ///< Over the rows, for each unit: the true ∂L/∂B.
  kSummedOverUnits,  ///< Over rows and units: a bug in the book's chapter 2, which changes all
                     ///< biases by the same amount.
};

/// output = input + B: (rows, units) + (1, units), the same bias for every row.
/// ∂L/∂input = ∂L/∂output, and ∂L/∂B is the sum of its rows.
class BiasAdd final : public ParamOperation {
 public:
  explicit BiasAdd(Index units, BiasGradient bias_gradient = BiasGradient::kPerUnit)
      : ParamOperation({{"B", Axis::kSingle, Axis::kUnit, 1, units}}),
        bias_gradient_(bias_gradient) {}

  std::string_view kind() const override { return "BiasAdd"; }
  Role role() const override { return Role::kBias; }
  Index output_columns(Index input_columns) const override;

 protected:
  void compute_output(ConstView input, View output) const override;
  void compute_input_gradient(ConstView output_gradient, View input_gradient) const override;
  void compute_parameter_gradients(ConstView output_gradient) override;

 private:
  BiasGradient bias_gradient_;
};

}  // namespace minifactory
