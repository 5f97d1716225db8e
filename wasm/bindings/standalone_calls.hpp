#pragma once

#include "layers/standalone.hpp"
#include "losses/registry.hpp"
#include "operations/registry.hpp"
#include "optimisers/registry.hpp"
#include "recipe_reader.hpp"
#include "trace_format.hpp"

namespace minifactory {

/// The calls that apply registered operations, layers, losses and optimisers to given numbers,
/// without a run. Their types are in web/engine/core-functions.ts.
template <typename Format>
struct StandaloneCalls {
  using Value = typename Format::Value;
  using M = Marshal<Format>;
  using Reader = RecipeReader<Format>;

  static Value forward(const std::string& name, const Value& settings, const Value& parameters,
                       const Value& input) {
    const Matrix in = M::to_matrix(input);
    return M::matrix(operation(name, settings, parameters)->forward(view(in)));
  }

  static Value backward(const std::string& name, const Value& settings, const Value& parameters,
                        const Value& input, const Value& output_gradient) {
    const std::unique_ptr<Operation> made = operation(name, settings, parameters);
    const Matrix in = M::to_matrix(input);
    const Matrix gradient = M::to_matrix(output_gradient);
    made->forward(view(in));
    Value object = Format::object();
    M::put(object, "inputGradient", made->backward(view(gradient)));
    M::put(object, "parameterGradients",
           M::list(made->parameters(),
                   [](const Parameter* parameter) { return M::matrix(parameter->gradient); }));
    return object;
  }

  /// { name, task } of every registered loss.
  static Value loss_list() {
    return M::list(loss_names(), [](std::string_view name) {
      Value object = Format::object();
      M::put(object, "name", name);
      M::put(object, "task", task_name(loss_task(name)));
      return object;
    });
  }

  static Value loss_of(const std::string& name, const Value& settings, const Value& predictions,
                       const Value& targets) {
    const std::unique_ptr<Loss> loss = make_loss({name, Reader::settings_of(settings)});
    const Matrix predicted = M::to_matrix(predictions);
    const Matrix wanted = M::to_matrix(targets);
    Value object = Format::object();
    M::put(object, "loss", loss->forward(view(predicted), view(wanted)));
    M::put(object, "gradient", loss->backward());
    return object;
  }

  /// The trace of one training step, before its update. `network` has layers, loss and optimiser as
  /// in a recipe. Error NOT_FINITE if the step would leave a parameter that is not finite.
  static Value train_step(const Value& network, const Value& parameters, const Value& features,
                          const Value& targets) {
    const Matrix in = M::to_matrix(features);
    NeuralNetwork made = standalone_network(in.cols(), Reader::layers(network),
                                            Reader::loss(network), to_matrices(parameters));
    const std::unique_ptr<Optimizer> optimizer = make_optimizer(Reader::optimizer(network));
    optimizer->start(made);
    RandomState random(0);
    const Trace seen = trace(made, *optimizer, view(in), view(M::to_matrix(targets)),
                             ForwardContext::training(random));
    const Value result = TraceFormat<Format>::trace(seen, made, *optimizer);
    if (!optimizer->step(made)) {
      throw Error("NOT_FINITE", "The step would leave a parameter that is not a finite number.");
    }
    return result;
  }

  /// The activation at `count` evenly spaced numbers from `from` to `to`, both included. Error
  /// OUT_OF_RANGE.
  static Value activation_curve(const std::string& name, const Value& settings, double from,
                                double to, double count) {
    const auto points =
        whole_number_between(count, 2, 1'000'000, "The number of points of a curve");
    const Matrix in = Vector::LinSpaced(static_cast<Index>(points), from, to);
    const std::unique_ptr<Operation> activation =
        make_activation(name, Reader::settings_of(settings));
    const ConstView out = activation->forward(view(in));
    return Format::doubles(out.data(), static_cast<std::size_t>(out.size()));
  }

 private:
  static std::unique_ptr<Operation> operation(const std::string& name, const Value& settings,
                                              const Value& parameters) {
    return standalone_operation(name, Reader::settings_of(settings), to_matrices(parameters));
  }

  static std::vector<Matrix> to_matrices(const Value& list) {
    std::vector<Matrix> matrices;
    for (std::size_t i = 0; i < Format::length(list); ++i) {
      matrices.push_back(M::to_matrix(Format::item(list, i)));
    }
    return matrices;
  }
};

}  // namespace minifactory
