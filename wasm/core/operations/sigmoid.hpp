#pragma once

#include "operations/operation.hpp"

namespace minifactory {

/// σ(x) = 1 / (1 + e⁻ˣ), element by element; ∂L/∂x = ∂L/∂σ · σ(1 − σ).
class Sigmoid final : public Operation {
 public:
  std::string_view kind() const override { return "Sigmoid"; }
  Role role() const override { return Role::kActivation; }

 protected:
  void compute_output(ConstView input, View output) const override;
  void compute_input_gradient(ConstView output_gradient, View input_gradient) const override;
};

}  // namespace minifactory
