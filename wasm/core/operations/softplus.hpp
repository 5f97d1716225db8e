#pragma once

#include "operations/operation.hpp"

namespace minifactory {

/// ln(1 + eˣ), element by element. Its slope is σ(x) = 1 − e^(−output), so
/// ∂L/∂x = ∂L/∂output · (1 − e^(−output)).
class Softplus final : public Operation {
 public:
  std::string_view kind() const override { return "Softplus"; }
  Role role() const override { return Role::kActivation; }

 protected:
  void compute_output(ConstView input, View output) const override;
  void compute_input_gradient(ConstView output_gradient, View input_gradient) const override;
};

}  // namespace minifactory
