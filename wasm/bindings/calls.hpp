#pragma once

#include <iterator>
#include <string>
#include <string_view>

#include "class_calls.hpp"
#include "data/prepared_data.hpp"
#include "function_calls.hpp"
#include "heap.hpp"
#include "losses/mean_squared_error.hpp"
#include "name_table.hpp"
#include "run_calls.hpp"
#include "standalone_calls.hpp"
#include "whole_number.hpp"

namespace minifactory {

/// Arguments by position.
template <typename Format>
struct Arguments {
  using Value = typename Format::Value;

  const Value& list;

  Value value(std::size_t i) const { return Format::item(list, i); }
  double number(std::size_t i) const { return Format::to_number(value(i)); }
  int run() const { return whole_number<int>(number(0), "The number of a run"); }
  std::string text(std::size_t i) const { return Format::to_text(value(i)); }
  RowSet row_set(std::size_t i) const { return row_set_named(text(i)); }
  /// The place of a target; the first if the argument is left out.
  Index target(std::size_t i) const {
    return i < Format::length(list) ? whole_number<Index>(number(i), "A target") : 0;
  }
};

/// All calls of the engine by name. One table for all formats, so that the engine has the same
/// calls in the browser, in Node and compiled natively.
template <typename Format>
class Calls {
  using Value = typename Format::Value;
  using Args = Arguments<Format>;
  using M = Marshal<Format>;
  using Runs = RunCalls<Format>;
  using F = FunctionCalls<Format>;
  using S = StandaloneCalls<Format>;
  using C = ClassCalls<Format>;
  /// A plain function pointer, because std::function would make the engine a fifth larger.
  using Handler = Named<Value (*)(Runs&, const Args&)>;

 public:
  /// `arguments` is a list. Errors: UNKNOWN_NAME, and those of the call itself.
  Value call(std::string_view name, const Value& arguments) {
    return entry_named(kHandlers, name, "call").value(runs_, Args{arguments});
  }

  /// The same by the call's place in `names()`, which saves converting a string. Error UNKNOWN_NAME
  /// if there is no such place.
  Value call_at(std::size_t place, const Value& arguments) {
    if (place >= std::size(kHandlers)) {
      throw Error("UNKNOWN_NAME", {"There is no call number ", place, "."});
    }
    return kHandlers[place].value(runs_, Args{arguments});
  }

  static Names names() { return names_of(kHandlers); }

 private:
  Runs runs_;

  static constexpr Handler kHandlers[] = {
      {"create",
       [](Runs& runs, const Args& a) {
         return Format::number(runs.create(a.value(0), a.value(1), a.value(2)));
       }},
      {"dispose",
       [](Runs& runs, const Args& a) {
         runs.dispose(a.run());
         return Format::nothing();
       }},
      {"describe", [](Runs& runs, const Args& a) { return runs.describe(a.run()); }},
      {"rows", [](Runs& runs, const Args& a) { return runs.rows(a.run(), a.row_set(1)); }},
      {"targets", [](Runs& runs, const Args& a) { return runs.targets(a.run(), a.row_set(1)); }},
      {"progress", [](Runs& runs, const Args& a) { return runs.progress(a.run()); }},
      {"trainBatches",
       [](Runs& runs, const Args& a) { return runs.train_batches(a.run(), a.number(1)); }},
      {"evaluations",
       [](Runs& runs, const Args& a) { return runs.evaluations(a.run(), a.number(1)); }},
      {"loss", [](Runs& runs, const Args& a) { return runs.loss(a.run(), a.row_set(1)); }},
      {"metrics",
       [](Runs& runs, const Args& a) { return runs.metrics(a.run(), a.row_set(1), a.target(2)); }},
      {"meanBaseline",
       [](Runs& runs, const Args& a) {
         return runs.mean_baseline(a.run(), a.row_set(1), a.target(2));
       }},
      {"leastSquaresBaseline",
       [](Runs& runs, const Args& a) {
         return runs.least_squares_baseline(a.run(), a.row_set(1), a.target(2));
       }},
      {"leastSquares",
       [](Runs& runs, const Args& a) { return runs.least_squares(a.run(), a.target(1)); }},
      {"predictions",
       [](Runs& runs, const Args& a) { return runs.predictions(a.run(), a.row_set(1)); }},
      {"predict", [](Runs& runs, const Args& a) { return runs.predict(a.run(), a.value(1)); }},
      {"response",
       [](Runs& runs, const Args& a) {
         return runs.partial_dependence(a.run(), a.number(1), a.number(2), a.number(3), a.number(4),
                                        a.target(5));
       }},
      {"parameters", [](Runs& runs, const Args& a) { return runs.parameters(a.run()); }},
      {"gradients", [](Runs& runs, const Args& a) { return runs.gradients(a.run()); }},
      {"activations",
       [](Runs& runs, const Args& a) { return runs.activations(a.run(), a.value(1)); }},
      {"trace",
       [](Runs& runs, const Args& a) {
         return runs.trace(a.run(), a.value(1), mode_named(a.text(2)));
       }},
      {"nextRows", [](Runs& runs, const Args& a) { return runs.next_rows(a.run()); }},
      {"compareGradients",
       [](Runs& runs, const Args& a) {
         return runs.compare_gradients(a.run(), a.value(1), a.number(2), a.number(3), a.number(4),
                                       a.number(5));
       }},
      {"objectiveAround",
       [](Runs& runs, const Args& a) {
         return runs.objective_around(a.run(), a.value(1), a.number(2), a.number(3), a.value(4));
       }},
      {"setParameters",
       [](Runs& runs, const Args& a) {
         runs.set_parameters(a.run(), a.value(1));
         return Format::nothing();
       }},
      {"setLearningRate",
       [](Runs& runs, const Args& a) {
         runs.set_learning_rate(a.run(), a.number(1));
         return Format::nothing();
       }},
      {"capture", [](Runs& runs, const Args& a) { return runs.capture(a.run()); }},
      {"restore",
       [](Runs& runs, const Args& a) {
         runs.restore(a.run(), a.value(1));
         return Format::nothing();
       }},
      {"heapBytes", [](Runs&, const Args&) { return Format::number(heap_bytes()); }},

      {"functionNames", [](Runs&, const Args&) { return M::names(function_names()); }},
      {"operationNames", [](Runs&, const Args&) { return F::operation_list(); }},
      {"lossNames", [](Runs&, const Args&) { return M::names(loss_names()); }},
      {"losses", [](Runs&, const Args&) { return S::loss_list(); }},
      {"optimiserNames", [](Runs&, const Args&) { return M::names(optimizer_names()); }},
      {"layerTypeNames", [](Runs&, const Args&) { return M::names(layer_type_names()); }},
      {"weightInitialisationNames",
       [](Runs&, const Args&) { return M::names(weight_initialisation_names()); }},
      {"gradientScaleNames", [](Runs&, const Args&) { return M::names(gradient_scale_names()); }},
      {"scalingNames", [](Runs&, const Args&) { return M::names(scaler_fit_names()); }},
      {"chainValues",
       [](Runs&, const Args& a) { return F::chain_values(a.value(0), a.number(1)); }},
      {"chainFactors",
       [](Runs&, const Args& a) { return F::chain_factors(a.value(0), a.number(1), a.number(2)); }},
      {"chainDerivative",
       [](Runs&, const Args& a) {
         return Format::number(F::chain_derivative(a.value(0), a.number(1), a.number(2)));
       }},
      {"chainNumericDerivative",
       [](Runs&, const Args& a) {
         return Format::number(F::chain_numeric_derivative(a.value(0), a.number(1), a.number(2)));
       }},
      {"linearEstimate",
       [](Runs&, const Args& a) {
         return Format::number(first_order_estimate(a.number(0), a.number(1), a.number(2)));
       }},
      {"forwardDifference",
       [](Runs&, const Args& a) {
         return Format::number(forward_difference(a.number(0), a.number(1), a.number(2)));
       }},
      {"twoInputs",
       [](Runs&, const Args& a) {
         return F::combine(a.text(0), a.text(1), a.number(2), a.number(3), a.number(4));
       }},
      {"randomNormals",
       [](Runs&, const Args& a) { return F::random_normals(a.number(0), a.value(1)); }},
      {"matrixChain",
       [](Runs&, const Args& a) {
         return F::matrix_chain_of(a.value(0), a.value(1), a.number(2));
       }},
      {"matrixChainAt",
       [](Runs&, const Args& a) {
         return Format::number(
             F::matrix_chain_at(a.value(0), a.value(1), a.number(2), a.number(3), a.number(4)));
       }},
      {"partialMatrices",
       [](Runs&, const Args& a) { return F::partial_matrix_list(a.value(0), a.value(1)); }},

      {"operationForward",
       [](Runs&, const Args& a) {
         return S::forward(a.text(0), a.value(1), a.value(2), a.value(3));
       }},
      {"operationBackward",
       [](Runs&, const Args& a) {
         return S::backward(a.text(0), a.value(1), a.value(2), a.value(3), a.value(4));
       }},
      {"lossOf",
       [](Runs&, const Args& a) {
         return S::loss_of(a.text(0), a.value(1), a.value(2), a.value(3));
       }},
      {"activationCurve",
       [](Runs&, const Args& a) {
         return S::activation_curve(a.text(0), a.value(1), a.number(2), a.number(3), a.number(4));
       }},
      {"trainStep",
       [](Runs&, const Args& a) {
         return S::train_step(a.value(0), a.value(1), a.value(2), a.value(3));
       }},

      {"classProbabilities", [](Runs&, const Args& a) { return C::probabilities(a.value(0)); }},
      {"classMetrics", [](Runs&, const Args& a) { return C::metrics(a.value(0), a.value(1)); }},
      {"frequencyScores", [](Runs&, const Args& a) { return C::frequencies(a.value(0)); }},
      {"stratifiedSplit",
       [](Runs&, const Args& a) {
         return C::stratified_split_of(a.value(0), a.number(1), a.number(2), a.number(3));
       }},
  };
};

}  // namespace minifactory
