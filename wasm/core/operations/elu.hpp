#pragma once

#include "operations/operation.hpp"

namespace minifactory {

/// x where x > 0, else eˣ − 1, element by element. ∂L/∂x is ∂L/∂output, where x ≤ 0 times eˣ.
class ELU final : public Operation {
 public:
  std::string_view kind() const override { return "ELU"; }
  Role role() const override { return Role::kActivation; }

 protected:
  void compute_output(ConstView input, View output) const override;
  void compute_input_gradient(ConstView output_gradient, View input_gradient) const override;
};

}  // namespace minifactory
