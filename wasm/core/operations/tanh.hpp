#pragma once

#include "operations/operation.hpp"

namespace minifactory {

/// tanh x, element by element; ∂L/∂x = ∂L/∂tanh · (1 − tanh²).
class Tanh final : public Operation {
 public:
  std::string_view kind() const override { return "Tanh"; }
  Role role() const override { return Role::kActivation; }

 protected:
  void compute_output(ConstView input, View output) const override;
  void compute_input_gradient(ConstView output_gradient, View input_gradient) const override;
};

}  // namespace minifactory
