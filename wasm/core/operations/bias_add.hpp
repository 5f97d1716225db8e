#pragma once

#include "operations/param_operation.hpp"

namespace minifactory {

/// How the gradient of a bias is summed.
enum class BiasGradient {
  kPerUnit,          ///< Over the rows, one sum for each unit: ∂L/∂B.
  kSummedOverUnits,  ///< Over the rows and the units: a mistake in chapter 2, which moves every
                     ///< bias alike.
};

/// α: input (rows, units) + bias (1, units), the same bias on every row.
/// ∂L/∂input = ∂L/∂output and ∂L/∂B = its column sums.
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
