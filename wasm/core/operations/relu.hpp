#pragma once

#include "operations/operation.hpp"

namespace minifactory {

/// max(x, 0), element by element. At the kink, 0, the gradient takes the slope from the left: 0.
class ReLU final : public Operation {
 public:
  std::string_view kind() const override { return "ReLU"; }
  Role role() const override { return Role::kActivation; }

 protected:
  void compute_output(ConstView input, View output) const override;
  void compute_input_gradient(ConstView output_gradient, View input_gradient) const override;
};

}  // namespace minifactory
