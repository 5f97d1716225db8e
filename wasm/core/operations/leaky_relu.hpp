#pragma once

#include "operations/operation.hpp"

namespace minifactory {

/// max(0.2x, x), element by element. The gradient at x = 0 is the derivative from the left, 0.2.
class LeakyReLU final : public Operation {
 public:
  static constexpr double kNegativeSlope = 0.2;

  std::string_view kind() const override { return "LeakyReLU"; }
  Role role() const override { return Role::kActivation; }

 protected:
  void compute_output(ConstView input, View output) const override;
  void compute_input_gradient(ConstView output_gradient, View input_gradient) const override;
};

}  // namespace minifactory
