#pragma once

#include <functional>

#include "function_calls.hpp"
#include "run_calls.hpp"

namespace minifactory {

/// Every call of the engine, by the name the page's side uses. One table for all formats, so that
/// the engine in the browser, in Node and compiled natively answer to the same names in the same
/// way.
template <typename Format>
class Calls {
  using Value = typename Format::Value;
  using F = FunctionCalls<Format>;

 public:
  /// `arguments` is a list. Errors: UNKNOWN_NAME, and those of the call itself.
  Value call(const std::string& name, const Value& arguments) {
    const auto found = table_.find(name);
    if (found == table_.end()) {
      throw Error("UNKNOWN_NAME", "The engine has no call \"" + name + "\".");
    }
    return found->second({arguments});
  }

 private:
  /// Arguments by position.
  struct Arguments {
    Value list;
    Value value(std::size_t i) const { return Format::item(list, i); }
    double number(std::size_t i) const { return Format::to_number(value(i)); }
    int run() const { return static_cast<int>(number(0)); }
    std::string text(std::size_t i) const { return Format::to_text(value(i)); }
  };
  using Handler = std::function<Value(const Arguments&)>;

  RunCalls<Format> runs_;

  const std::map<std::string, Handler> table_ = {
      {"create",
       [this](const Arguments& a) {
         return Format::number(runs_.create(a.value(0), a.value(1), a.value(2)));
       }},
      {"dispose",
       [this](const Arguments& a) {
         runs_.dispose(a.run());
         return Format::nothing();
       }},
      {"describe", [this](const Arguments& a) { return runs_.describe(a.run()); }},
      {"rows", [this](const Arguments& a) { return runs_.rows(a.run(), a.text(1)); }},
      {"targets", [this](const Arguments& a) { return runs_.targets(a.run(), a.text(1)); }},
      {"progress", [this](const Arguments& a) { return runs_.progress(a.run()); }},
      {"trainBatches",
       [this](const Arguments& a) { return runs_.train_batches(a.run(), a.number(1)); }},
      {"evaluations",
       [this](const Arguments& a) { return runs_.evaluations(a.run(), a.number(1)); }},
      {"metrics", [this](const Arguments& a) { return runs_.metrics(a.run(), a.text(1)); }},
      {"meanMetrics",
       [this](const Arguments& a) { return runs_.mean_metrics(a.run(), a.text(1)); }},
      {"leastSquaresMetrics",
       [this](const Arguments& a) { return runs_.least_squares_metrics(a.run(), a.text(1)); }},
      {"leastSquares", [this](const Arguments& a) { return runs_.least_squares(a.run()); }},
      {"predictions", [this](const Arguments& a) { return runs_.predictions(a.run(), a.text(1)); }},
      {"predict", [this](const Arguments& a) { return runs_.predict(a.run(), a.value(1)); }},
      {"response",
       [this](const Arguments& a) {
         return runs_.response(a.run(), a.number(1), a.number(2), a.number(3), a.number(4));
       }},
      {"parameters", [this](const Arguments& a) { return runs_.parameters(a.run()); }},
      {"gradients", [this](const Arguments& a) { return runs_.gradients(a.run()); }},
      {"activations",
       [this](const Arguments& a) { return runs_.activations(a.run(), a.value(1)); }},
      {"setLearningRate",
       [this](const Arguments& a) {
         runs_.set_learning_rate(a.run(), a.number(1));
         return Format::nothing();
       }},
      {"capture", [this](const Arguments& a) { return runs_.capture(a.run()); }},
      {"restore",
       [this](const Arguments& a) {
         runs_.restore(a.run(), a.value(1));
         return Format::nothing();
       }},

      {"functionNames", [](const Arguments&) { return F::function_name_list(); }},
      {"activationNames", [](const Arguments&) { return F::activation_name_list(); }},
      {"weightInitialisationNames",
       [](const Arguments&) { return F::weight_initialisation_name_list(); }},
      {"gradientScaleNames", [](const Arguments&) { return F::gradient_scale_name_list(); }},
      {"scalingNames", [](const Arguments&) { return F::scaler_fit_name_list(); }},
      {"chainValues", [](const Arguments& a) { return F::chain_values(a.value(0), a.number(1)); }},
      {"chainFactors",
       [](const Arguments& a) { return F::chain_factors(a.value(0), a.number(1), a.number(2)); }},
      {"chainDerivative",
       [](const Arguments& a) {
         return Format::number(F::chain_derivative(a.value(0), a.number(1), a.number(2)));
       }},
      {"chainNumericDerivative",
       [](const Arguments& a) {
         return Format::number(F::chain_numeric_derivative(a.value(0), a.number(1), a.number(2)));
       }},
      {"linearEstimate",
       [](const Arguments& a) {
         return Format::number(F::linear_estimate(a.number(0), a.number(1), a.number(2)));
       }},
      {"forwardDifference",
       [](const Arguments& a) {
         return Format::number(F::difference(a.number(0), a.number(1), a.number(2)));
       }},
      {"twoInputs",
       [](const Arguments& a) {
         return F::combine(a.text(0), a.text(1), a.number(2), a.number(3), a.number(4));
       }},
      {"randomNormals",
       [](const Arguments& a) { return F::random_normals(a.number(0), a.value(1)); }},
      {"matrixChain",
       [](const Arguments& a) { return F::matrix_chain_of(a.value(0), a.value(1), a.number(2)); }},
      {"matrixChainAt",
       [](const Arguments& a) {
         return Format::number(
             F::matrix_chain_at(a.value(0), a.value(1), a.number(2), a.number(3), a.number(4)));
       }},
      {"partialMatrices",
       [](const Arguments& a) { return F::partial_matrix_list(a.value(0), a.value(1)); }},
  };
};

}  // namespace minifactory
