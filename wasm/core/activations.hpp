#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "operation.hpp"

namespace minifactory {

/// σ(x) = 1 / (1 + e⁻ˣ), element by element; ∂L/∂x = ∂L/∂σ · σ(1 − σ).
class Sigmoid final : public Operation {
 public:
  std::string_view kind() const override { return "Sigmoid"; }

 protected:
  void compute_output(ConstView input, View output) const override;
  void compute_input_gradient(ConstView output_gradient, View input_gradient) const override;
};

/// tanh x, element by element; ∂L/∂x = ∂L/∂tanh · (1 − tanh²).
class Tanh final : public Operation {
 public:
  std::string_view kind() const override { return "Tanh"; }

 protected:
  void compute_output(ConstView input, View output) const override;
  void compute_input_gradient(ConstView output_gradient, View input_gradient) const override;
};

/// x as it is.
class Linear final : public Operation {
 public:
  std::string_view kind() const override { return "Linear"; }

 protected:
  void compute_output(ConstView input, View output) const override;
  void compute_input_gradient(ConstView output_gradient, View input_gradient) const override;
};

/// max(x, 0), element by element. At the kink, 0, the gradient takes the slope from the left: 0.
class ReLU final : public Operation {
 public:
  std::string_view kind() const override { return "ReLU"; }

 protected:
  void compute_output(ConstView input, View output) const override;
  void compute_input_gradient(ConstView output_gradient, View input_gradient) const override;
};

/// max(0.2x, x), element by element. At the kink, 0, the gradient takes the slope from the left:
/// 0.2.
class LeakyReLU final : public Operation {
 public:
  static constexpr double kLeak = 0.2;

  std::string_view kind() const override { return "LeakyReLU"; }

 protected:
  void compute_output(ConstView input, View output) const override;
  void compute_input_gradient(ConstView output_gradient, View input_gradient) const override;
};

/// sigmoid, linear, tanh, relu, leaky-relu
std::vector<std::string> activation_names();

/// Error UNKNOWN_NAME, which lists the known names.
std::unique_ptr<Operation> make_activation(std::string_view name);

}  // namespace minifactory
