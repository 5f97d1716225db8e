#pragma once

#include "marshal.hpp"
#include "training/trace.hpp"

namespace minifactory {

/// A pass as web/engine/types.ts has it.
template <typename Format>
struct TraceFormat {
  using Value = typename Format::Value;
  using M = Marshal<Format>;

  static Value trace(const Trace& trace) {
    Value object = Format::object();
    Format::put(object, "operations", M::list(trace.operations, operation));
    Format::put(object, "predictions", M::matrix(trace.predictions));
    Format::put(object, "targets", M::matrix(trace.targets));
    Format::put(object, "loss", Format::number(trace.loss));
    Format::put(object, "lossGradient", M::matrix(trace.loss_gradient));
    return object;
  }

 private:
  static Value operation(const OperationTrace& seen) {
    Value object = Format::object();
    Format::put(object, "input", M::matrix(seen.input));
    Format::put(object, "output", M::matrix(seen.output));
    Format::put(object, "outputGradient", M::matrix(seen.output_gradient));
    Format::put(object, "inputGradient", M::matrix(seen.input_gradient));
    const ParameterTrace parameter =
        seen.parameters.empty() ? ParameterTrace{} : seen.parameters[0];
    Format::put(object, "parameter", M::matrix(parameter.value));
    Format::put(object, "gradient", M::matrix(parameter.gradient));
    return object;
  }
};

}  // namespace minifactory
