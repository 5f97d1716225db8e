#pragma once

#include "functions/chain.hpp"
#include "functions/matrix_functions.hpp"
#include "functions/two_inputs.hpp"
#include "marshal.hpp"
#include "numerics/random_state.hpp"
#include "operations/registry.hpp"

namespace minifactory {

/// The calls that need no run: the list of operations and the functions of chapter 1. Their types
/// are in web/engine/core-functions.ts. A step of 0 means the exact derivative.
template <typename Format>
struct FunctionCalls {
  using Value = typename Format::Value;
  using M = Marshal<Format>;

  /// { name, kind, role } of every registered operation.
  static Value operation_list() {
    return M::list(registered_operations(), [](const OperationInfo& info) {
      Value object = Format::object();
      M::put(object, "name", info.name);
      M::put(object, "kind", info.kind);
      M::put(object, "role", role_name(info.role));
      return object;
    });
  }

  static Value chain_values(const Value& names, double x) {
    return M::numbers(Chain(M::to_names(names)).values(x));
  }
  static Value chain_factors(const Value& names, double x, double step) {
    return M::numbers(Chain(M::to_names(names)).factors(x, to_step(step)));
  }
  static double chain_derivative(const Value& names, double x, double step) {
    return Chain(M::to_names(names)).derivative(x, to_step(step));
  }
  static double chain_numeric_derivative(const Value& names, double x, double step) {
    return Chain(M::to_names(names)).numeric_derivative(x, step);
  }

  static Value combine(const std::string& combination, const std::string& name, double x, double y,
                       double step) {
    const TwoInputs result =
        two_inputs(combination == "product" ? Combination::kProduct : Combination::kSum,
                   function_named(name), x, y, to_step(step));
    Value object = Format::object();
    M::put(object, "value", result.value);
    M::put(object, "dx", result.s_by_x);
    M::put(object, "dy", result.s_by_y);
    return object;
  }

  static Value random_normals(double seed, const Value& shapes) {
    RandomState random(whole_number<std::uint32_t>(seed, "A seed"));
    Value list = Format::list();
    for (std::size_t i = 0; i < Format::length(shapes); ++i) {
      const Value shape = Format::item(shapes, i);
      Matrix drawn = zeros(M::to_size(Format::item(shape, 0), "The number of rows"),
                           M::to_size(Format::item(shape, 1), "The number of columns"));
      random.fill_randn(writable(drawn));
      Format::push(list, M::matrix(drawn));
    }
    return list;
  }

  static Value matrix_chain_of(const Value& x, const Value& w, double step) {
    const MatrixChain chain = matrix_chain(M::to_matrix(x), M::to_matrix(w), to_step(step));
    Value object = Format::object();
    M::put(object, "N", chain.n);
    M::put(object, "S", chain.s);
    M::put(object, "L", chain.loss);
    M::put(object, "dLdS", chain.loss_by_s);
    M::put(object, "dSdN", chain.s_by_n);
    M::put(object, "dLdX", chain.loss_by_x);
    M::put(object, "dLdW", chain.loss_by_w);
    return object;
  }

  static double matrix_chain_at(const Value& x, const Value& w, double row, double column,
                                double value) {
    return loss_at_element(M::to_matrix(x), M::to_matrix(w), whole_number<Index>(row, "A row"),
                           whole_number<Index>(column, "A column"), value);
  }

  static Value partial_matrix_list(const Value& x, const Value& w) {
    return M::list(partial_matrices(M::to_matrix(x), M::to_matrix(w)),
                   [](const Matrix& partial) { return M::matrix(partial); });
  }

 private:
  static Step to_step(double step) { return step == 0.0 ? kExact : Step(step); }
};

}  // namespace minifactory
