#pragma once

#include "operations/operation.hpp"

namespace minifactory {

/// max(x, 0), element by element. The gradient at x = 0 is the derivative from the left, 0.
class ReLU final : public Operation {
 public:
  std::string_view kind() const override { return "ReLU"; }
  Role role() const override { return Role::kActivation; }

 protected:
  void compute_output(ConstView input, View output) const override;
  void compute_input_gradient(ConstView output_gradient, View input_gradient) const override;
};

}  // namespace minifactory
