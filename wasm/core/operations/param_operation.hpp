#pragma once

#include <initializer_list>
#include <vector>

#include "operations/operation.hpp"

namespace minifactory {

/// An operation with one or more parameters. `backward` also computes ∂L/∂parameter for each of
/// them.
class ParamOperation : public Operation {
 public:
  ConstView backward(ConstView output_gradient,
                     InputGradient wanted = InputGradient::kCompute) override;

  std::vector<Parameter*> parameters() override;

 protected:
  /// Symbol, meaning of the axes and shape of a parameter.
  struct Declaration {
    std::string_view symbol;
    Axis row_axis;
    Axis column_axis;
    Index rows;
    Index columns;
  };

  /// Values and gradients start at 0.
  explicit ParamOperation(std::initializer_list<Declaration> declarations);

  /// Writes `gradient` of every parameter, from ∂L/∂output (rows, out) and `input` (rows, in).
  virtual void compute_parameter_gradients(ConstView output_gradient) = 0;

  /// Value and gradient of one parameter, in the order of their declarations.
  ConstView parameter(std::size_t place = 0) const { return view(parameters_[place].value); }
  View gradient(std::size_t place = 0) { return writable(parameters_[place].gradient); }

 private:
  std::vector<Parameter> parameters_;
};

}  // namespace minifactory
