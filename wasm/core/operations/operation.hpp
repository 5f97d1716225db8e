#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "numerics/matrix.hpp"
#include "numerics/random_state.hpp"
#include "operations/parameter.hpp"

namespace minifactory {

/// The purpose of an operation in a network.
enum class Role {
  kWeights,      ///< Weighted sums of the columns of its input.
  kBias,         ///< Adds one number to each column.
  kActivation,   ///< Applies a function to each element.
  kRegulariser,  ///< Changes its input during training only, to reduce overfitting.
};

/// The purpose of a forward pass. Some operations, e.g. dropout, behave differently in training.
enum class Mode { kTraining, kInference };

/// The name in `describe`: weights, bias, activation or regulariser.
std::string_view role_name(Role role);

/// The mode called training or inference. Error UNKNOWN_NAME.
Mode mode_named(std::string_view name);

/// How a forward pass runs: its mode and, in training, the generator for random operations.
struct ForwardContext {
  static ForwardContext inference() { return {Mode::kInference, nullptr}; }
  /// `random` must outlive the pass, which may draw from it and so change its state.
  static ForwardContext training(RandomState& random) { return {Mode::kTraining, &random}; }

  Mode mode;
  RandomState* random;  ///< Null is allowed in inference only.
};

/// Whether a backward pass computes ∂L/∂input. Training skips it in the first layer, where nothing
/// needs it.
enum class InputGradient { kCompute, kSkip };

/// A matrix that a trace shows under a name.
struct NamedMatrix {
  std::string_view name;
  Matrix value;
};

/// One step of a network: forward, it maps an input matrix to an output matrix; backward, it maps
/// the gradient of the loss with respect to the output to that with respect to the input.
///
/// The base class stores input and output and checks all shapes; a subclass only computes. The
/// views that `forward` and `backward` return are valid until their next call.
class Operation {
 public:
  virtual ~Operation() = default;

  /// input (rows, in) → output (rows, out). The input must outlive the backward pass.
  /// Error SHAPE_MISMATCH if the operation cannot take that many columns.
  ConstView forward(ConstView input, const ForwardContext& context = ForwardContext::inference());

  /// ∂L/∂output (rows, out) → ∂L/∂input (rows, in), or (0, 0) if that is skipped.
  /// Errors: SHAPE_MISMATCH unless the gradient has the output's shape; NOT_READY before the
  /// first forward pass.
  virtual ConstView backward(ConstView output_gradient,
                             InputGradient wanted = InputGradient::kCompute);

  /// Input and output of the latest forward pass. Error NOT_READY before the first.
  ConstView input() const;
  ConstView output() const;

  /// The class's name, e.g. "WeightMultiply".
  virtual std::string_view kind() const = 0;
  virtual Role role() const = 0;

  /// The numbers to learn; empty for most operations. The pointers are valid as long as the
  /// operation.
  virtual std::vector<Parameter*> parameters() { return {}; }

  /// Further matrices of the latest forward pass that a trace should show, e.g. a dropout mask.
  virtual std::vector<NamedMatrix> internals() const { return {}; }

  /// The number of columns of the output for an input of `input_columns`. Error SHAPE_MISMATCH if
  /// the operation cannot take that many.
  virtual Index output_columns(Index input_columns) const { return input_columns; }

 protected:
  Operation() = default;
  Operation(const Operation&) = delete;
  Operation& operator=(const Operation&) = delete;

  virtual void compute_output(ConstView input, View output) const = 0;
  /// Overridden only by an operation that behaves differently in training or draws random numbers;
  /// by default the same as `compute_output`.
  virtual void compute_training_output(ConstView input, View output, RandomState& random);
  virtual void compute_input_gradient(ConstView output_gradient, View input_gradient) const = 0;

  /// The mode of the latest forward pass.
  Mode mode() const { return mode_; }

  /// Errors: those of `backward`.
  void check_output_gradient(ConstView output_gradient) const;

 private:
  Mode mode_ = Mode::kInference;
  /// Whether `compute_training_output` is not overridden. The first training pass finds out, which
  /// saves a second virtual call in all later ones.
  bool ignores_mode_ = false;
  std::optional<ConstView> input_;
  std::optional<ConstView> output_;
  Buffer output_buffer_;
  Buffer input_gradient_buffer_;
};

}  // namespace minifactory
