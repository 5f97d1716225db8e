#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "numerics/matrix.hpp"
#include "numerics/random_state.hpp"
#include "operations/parameter.hpp"

namespace minifactory {

/// What an operation is for in a network.
enum class Role {
  kWeights,      ///< Combines the columns of its input, each with a weight of its own.
  kBias,         ///< Adds a number to each column.
  kActivation,   ///< Applies a function to each element.
  kRegulariser,  ///< Changes its input in training only, against overfitting.
};

/// What a forward pass is for.
enum class Mode { kTraining, kInference };

/// weights, bias, activation, regulariser
std::string_view role_name(Role role);

/// training, inference. Error UNKNOWN_NAME.
Mode mode_named(std::string_view name);

/// How a forward pass runs: its mode and, in training, the generator that operations draw from.
struct ForwardContext {
  static ForwardContext inference() { return {Mode::kInference, nullptr}; }
  /// `random` must outlive the pass, which may draw from it.
  static ForwardContext training(RandomState& random) { return {Mode::kTraining, &random}; }

  Mode mode;
  RandomState* random;
};

/// Whether a backward pass needs ∂L/∂input. Nothing comes before the first layer, so training skips
/// it there.
enum class InputGradient { kCompute, kSkip };

struct NamedMatrix {
  std::string_view name;
  Matrix value;
};

/// One box of the network: a matrix goes in, a matrix comes out, and a gradient goes back.
///
/// The base class keeps what passes through and checks every shape; a subclass only computes.
/// What `forward` and `backward` return stays valid until their next call.
class Operation {
 public:
  virtual ~Operation() = default;

  /// input (rows, in) → output (rows, out). The input must outlive the backward pass.
  /// Error SHAPE_MISMATCH if the operation cannot take that many columns.
  ConstView forward(ConstView input, const ForwardContext& context = ForwardContext::inference());

  /// ∂L/∂output (rows, out) → ∂L/∂input (rows, in), or (0, 0) if that is skipped.
  /// Errors: SHAPE_MISMATCH unless the gradient has the output's shape; NOT_READY before any
  /// forward pass.
  virtual ConstView backward(ConstView output_gradient,
                             InputGradient wanted = InputGradient::kCompute);

  /// The latest input and output. Error NOT_READY before any forward pass.
  ConstView input() const;
  ConstView output() const;

  /// The class's name, e.g. "WeightMultiply".
  virtual std::string_view kind() const = 0;
  virtual Role role() const = 0;

  /// What training changes, in forward order; empty for most operations. The pointers stay valid as
  /// long as the operation.
  virtual std::vector<Parameter*> parameters() { return {}; }

  /// What else the latest forward pass worked with, for those who look inside, e.g. a mask.
  virtual std::vector<NamedMatrix> internals() const { return {}; }

  /// How many columns come out when `input_columns` go in. Error SHAPE_MISMATCH if they cannot go
  /// in.
  virtual Index output_columns(Index input_columns) const { return input_columns; }

 protected:
  Operation() = default;
  Operation(const Operation&) = delete;
  Operation& operator=(const Operation&) = delete;

  virtual void compute_output(ConstView input, View output) const = 0;
  /// Only for an operation that works differently in training, or draws random numbers.
  virtual void compute_training_output(ConstView input, View output, RandomState& random);
  virtual void compute_input_gradient(ConstView output_gradient, View input_gradient) const = 0;

  /// That of the latest forward pass.
  Mode mode() const { return mode_; }

  void check_output_gradient(ConstView output_gradient) const;

 private:
  Mode mode_ = Mode::kInference;
  /// Known from the first training pass on; it saves a virtual call in each of the others.
  bool ignores_mode_ = false;
  std::optional<ConstView> input_;
  std::optional<ConstView> output_;
  Buffer output_buffer_;
  Buffer input_gradient_buffer_;
};

}  // namespace minifactory
