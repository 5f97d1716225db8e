#pragma once

// Parts for tests only, which use what the registered parts do not: an operation with two
// parameters, one that draws random numbers, a layer without parameters, an optimiser with state.

#include <memory>
#include <utility>
#include <vector>

#include "layers/neural_network.hpp"
#include "operations/param_operation.hpp"
#include "optimisers/optimizer.hpp"

namespace minifactory {

/// output = input ∘ gain + shift, the same in every row: two parameters (1, columns).
class ScaleAndShift final : public ParamOperation {
 public:
  explicit ScaleAndShift(Index columns)
      : ParamOperation({{"G", Axis::kSingle, Axis::kUnit, 1, columns},
                        {"H", Axis::kSingle, Axis::kUnit, 1, columns}}) {}

  std::string_view kind() const override { return "ScaleAndShift"; }
  Role role() const override { return Role::kWeights; }

 protected:
  void compute_output(ConstView input, View output) const override {
    output = (input.array().rowwise() * parameter(0).row(0).array()).rowwise() +
             parameter(1).row(0).array();
  }
  void compute_input_gradient(ConstView output_gradient, View input_gradient) const override {
    input_gradient = output_gradient.array().rowwise() * parameter(0).row(0).array();
  }
  void compute_parameter_gradients(ConstView output_gradient) override {
    gradient(0) = output_gradient.cwiseProduct(input()).colwise().sum();
    gradient(1) = output_gradient.colwise().sum();
  }
};

/// In training, each element is doubled or set to 0 with equal probability; in inference, the
/// output is the input.
class RandomMask final : public Operation {
 public:
  std::string_view kind() const override { return "RandomMask"; }
  Role role() const override { return Role::kRegulariser; }
  std::vector<NamedMatrix> internals() const override {
    if (mode() == Mode::kInference) return {};
    return {{"mask", mask_}};
  }

 protected:
  void compute_output(ConstView input, View output) const override { output = input; }
  void compute_training_output(ConstView input, View output, RandomState& random) override {
    mask_.resize(input.rows(), input.cols());
    for (double& element : mask_.reshaped()) element = random.uniform() < 0.5 ? 0.0 : 2.0;
    output = input.cwiseProduct(mask_);
  }
  void compute_input_gradient(ConstView output_gradient, View input_gradient) const override {
    input_gradient = output_gradient;
    if (mode() == Mode::kTraining) input_gradient.array() *= mask_.array();
  }

 private:
  Matrix mask_;
};

/// velocity ← 0.9 · velocity − learning rate · gradient; parameter ← parameter + velocity.
class WithVelocity final : public Optimizer {
 public:
  explicit WithVelocity(double learning_rate, std::string_view state_name = "velocity")
      : Optimizer(learning_rate), state_name_(state_name) {}

  Names state_names() const override { return {state_name_}; }

 protected:
  void compute_step(ParameterStep& step) const override {
    step.next_state[0] = 0.9 * step.state[0] - learning_rate() * step.gradient;
    step.next_parameter = step.parameter + step.next_state[0];
  }

 private:
  std::string_view state_name_;
};

/// A layer of any operations.
class LayerOf final : public Layer {
 public:
  template <typename... Operations>
  explicit LayerOf(std::unique_ptr<Operations>... operations) {
    (add(std::move(operations)), ...);
  }
};

template <typename... Layers>
NeuralNetwork network_of_layers(std::unique_ptr<Loss> loss, std::unique_ptr<Layers>... layers) {
  std::vector<std::unique_ptr<Layer>> all;
  (all.push_back(std::move(layers)), ...);
  return NeuralNetwork(std::move(all), std::move(loss));
}

}  // namespace minifactory
