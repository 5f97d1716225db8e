#pragma once

#include "operations/operation.hpp"

namespace minifactory {

/// The identity: output = input, and ∂L/∂input = ∂L/∂output.
class Linear final : public Operation {
 public:
  std::string_view kind() const override { return "Linear"; }
  Role role() const override { return Role::kActivation; }

 protected:
  void compute_output(ConstView input, View output) const override;
  void compute_input_gradient(ConstView output_gradient, View input_gradient) const override;
};

}  // namespace minifactory
