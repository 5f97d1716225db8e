#pragma once

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "marshal.hpp"
#include "operations/registry.hpp"
#include "recipe_reader.hpp"
#include "trace_format.hpp"

namespace minifactory {

/// The calls on runs. Each run has a number and is kept until `dispose`. Their types are in
/// web/engine/run.ts. All but `create` and `dispose`: Error DISPOSED if there is no such run.
template <typename Format>
class RunCalls {
  using Value = typename Format::Value;
  using M = Marshal<Format>;

 public:
  /// features (rows, columns) and targets (rows, outputs), raw → the number of the new run. Errors:
  /// those of RecipeReader and Experiment.
  int create(const Value& recipe, const Value& features, const Value& targets) {
    const ExperimentPlan plan = RecipeReader<Format>::plan(recipe);
    auto run = std::make_unique<Experiment>(view(M::to_matrix(features)),
                                            view(M::to_matrix(targets)), plan);
    runs_.push_back({++last_number_, std::move(run)});
    return last_number_;
  }

  void dispose(int run) {
    const auto found = find(run);
    if (found != runs_.end()) runs_.erase(found);
  }

  /// The network: every parameter and every operation, in forward order. An operation has the
  /// places of its parameters, and a parameter that of its operation.
  Value describe(int run) {
    Value parameters = Format::list();
    Value operations = Format::list();
    Index place = 0;
    Index operation_place = 0;
    Index layer_place = 0;
    Index columns = at(run).data().features().cols();
    for (const auto& layer : at(run).network().layers()) {
      for (const auto& operation : layer->operations()) {
        Value places = Format::list();
        for (const Parameter* parameter : operation->parameters()) {
          Format::push(parameters, parameter_shape(*parameter, layer_place, operation_place));
          Format::push(places, count(place++));
        }
        Value shape = operation_shape(*operation, columns);
        M::put(shape, "layer", layer_place);
        M::put(shape, "parameters", places);
        Format::push(operations, shape);
        columns = operation->output_columns(columns);
        ++operation_place;
      }
      ++layer_place;
    }
    Value description = Format::object();
    M::put(description, "parameters", parameters);
    M::put(description, "operations", operations);
    return description;
  }

  Value rows(int run, RowSet set) {
    const auto& rows = at(run).data().rows(set);
    return Format::integers(rows.data(), rows.size());
  }

  Value targets(int run, RowSet set) { return M::matrix(at(run).data().examples(set).targets); }

  /// As one array, because it is the most frequent call: status (0 training, 1 finished, 2 stopped
  /// early, 3 diverged), epoch, batch, batch in epoch, batches in epoch, fraction, batch loss,
  /// epoch loss, learning rate.
  Value progress(int run) {
    Experiment& experiment = at(run);
    const Trainer& trainer = experiment.trainer();
    const double numbers[] = {
        static_cast<double>(trainer.status()),
        static_cast<double>(trainer.epoch()),
        static_cast<double>(trainer.batch()),
        static_cast<double>(trainer.batch_in_epoch()),
        static_cast<double>(trainer.batches().count_in_epoch()),
        trainer.fraction(),
        trainer.batch_loss(),
        trainer.epoch_loss(),
        experiment.optimizer().learning_rate(),
    };
    return Format::doubles(numbers, std::size(numbers));
  }

  /// Trains `count` batches, which is at least 1 and may be Infinity, or fewer (see Trainer); then
  /// `progress`. Error OUT_OF_RANGE.
  Value train_batches(int run, double count) {
    if (!(count >= 1.0)) {
      throw Error("OUT_OF_RANGE", "The number of batches to train must be at least 1.");
    }
    constexpr double kMost = 1e9;
    at(run).trainer().train_batches(static_cast<Index>(std::min(count, kMost)));
    return progress(run);
  }

  /// Epoch, batch and loss of each evaluation after batch `after`, in one array.
  Value evaluations(int run, double after) {
    const std::vector<Evaluation>& held = at(run).trainer().evaluations();
    const auto first = std::partition_point(held.begin(), held.end(), [&](const Evaluation& each) {
      return static_cast<double>(each.batch) <= after;
    });
    std::vector<double> numbers;
    for (auto each = first; each != held.end(); ++each) {
      numbers.push_back(static_cast<double>(each->epoch));
      numbers.push_back(static_cast<double>(each->batch));
      numbers.push_back(each->loss);
    }
    return doubles(numbers);
  }

  Value loss(int run, RowSet set) { return Format::number(at(run).loss(set)); }

  Value metrics(int run, RowSet set, Index target) {
    return metrics_object(at(run).metrics(set, target));
  }

  /// { loss, metrics } of a baseline on one set; the metrics are those of one target.
  Value mean_baseline(int run, RowSet set, Index target) {
    return baseline(at(run), set, at(run).mean_predictions(set), target);
  }

  Value least_squares_baseline(int run, RowSet set, Index target) {
    return baseline(at(run), set, at(run).least_squares_predictions(set), target);
  }

  Value least_squares(int run, Index target) {
    const LeastSquares& fit = at(run).least_squares(target);
    Value object = Format::object();
    M::put(object, "coefficients", fit.coefficients);
    M::put(object, "intercept", fit.intercept);
    return object;
  }

  Value predictions(int run, RowSet set) { return M::matrix(at(run).predictions(set)); }

  Value predict(int run, const Value& features) {
    return M::matrix(at(run).predict(view(M::to_matrix(features))));
  }

  Value partial_dependence(int run, double feature, double from, double to, double steps,
                           Index target) {
    const PartialDependence dependence =
        at(run).partial_dependence(whole_number<Index>(feature, "A feature"), from, to,
                                   whole_number<Index>(steps, "The number of steps"), target);
    Value object = Format::object();
    M::put(object, "scaled", dependence.scaled);
    M::put(object, "raw", dependence.raw);
    M::put(object, "predictions", dependence.predictions);
    return object;
  }

  /// The elements of all parameters (or their gradients) in one array, in the order of `describe`.
  Value parameters(int run) { return flat(run, &Parameter::value); }
  Value gradients(int run) { return flat(run, &Parameter::gradient); }

  Value activations(int run, const Value& rows) {
    return M::list(at(run).activations(Format::to_integers(rows)),
                   [](const Matrix& output) { return M::matrix(output); });
  }

  /// All matrices of a forward and a backward pass of these rows; see TraceFormat.
  Value trace(int run, const Value& rows, Mode mode) {
    Experiment& experiment = at(run);
    return TraceFormat<Format>::trace(experiment.trace(Format::to_integers(rows), mode),
                                      experiment.network(), experiment.optimizer());
  }

  Value next_rows(int run) {
    const std::vector<std::int32_t> rows = at(run).next_rows();
    return Format::integers(rows.data(), rows.size());
  }

  /// `place` is the place of a parameter in `describe`, or -1 for the features.
  Value compare_gradients(int run, const Value& rows, double place, double first, double count,
                          double step) {
    const GradientComparison comparison =
        at(run)
            .gradient_comparer(Format::to_integers(rows))
            .compare(parameter_place(place), whole_number<Index>(first, "The first element"),
                     whole_number<Index>(count, "The number of elements"), step);
    Value object = Format::object();
    M::put(object, "analytic", doubles(comparison.analytic));
    M::put(object, "numeric", doubles(comparison.numeric));
    return object;
  }

  Value objective_around(int run, const Value& rows, double place, double element,
                         const Value& offsets) {
    return doubles(at(run)
                       .gradient_comparer(Format::to_integers(rows))
                       .objective_around(parameter_place(place),
                                         whole_number<Index>(element, "An element"),
                                         Format::to_doubles(offsets)));
  }

  void set_parameters(int run, const Value& parameters) {
    at(run).set_parameters(Format::to_doubles(parameters));
  }

  void set_learning_rate(int run, double learning_rate) {
    at(run).optimizer().set_learning_rate(learning_rate);
  }

  Value capture(int run) {
    const std::vector<std::uint8_t> bytes = at(run).capture();
    return Format::bytes(bytes.data(), bytes.size());
  }

  void restore(int run, const Value& capture) { at(run).restore(Format::to_bytes(capture)); }

 private:
  Experiment& at(int run) {
    const auto found = find(run);
    if (found == runs_.end()) {
      throw Error("DISPOSED", "This run has been disposed of and can no longer be used.");
    }
    return *found->experiment;
  }

  static Index parameter_place(double place) {
    return whole_number<Index>(place, "The place of a parameter");
  }

  static Value doubles(const std::vector<double>& numbers) {
    return Format::doubles(numbers.data(), numbers.size());
  }

  static Value count(Index number) { return Format::number(static_cast<double>(number)); }

  static Value parameter_shape(const Parameter& parameter, Index layer, Index operation) {
    Value shape = Format::object();
    M::put(shape, "name", text_of({parameter.symbol, layer + 1}));
    M::put(shape, "symbol", parameter.symbol);
    M::put(shape, "layer", layer);
    M::put(shape, "operation", operation);
    M::put(shape, "rows", parameter.value.rows());
    M::put(shape, "columns", parameter.value.cols());
    Value axes = Format::list();
    Format::push(axes, Format::text(axis_name(parameter.row_axis)));
    Format::push(axes, Format::text(axis_name(parameter.column_axis)));
    M::put(shape, "axes", axes);
    return shape;
  }

  static Value operation_shape(const Operation& operation, Index inputs) {
    Value shape = Format::object();
    M::put(shape, "name", operation_name(operation));
    M::put(shape, "kind", operation.kind());
    M::put(shape, "role", role_name(operation.role()));
    M::put(shape, "inputs", inputs);
    M::put(shape, "columns", operation.output_columns(inputs));
    return shape;
  }

  static Value baseline(Experiment& experiment, RowSet set, const Matrix& predictions,
                        Index target) {
    Value object = Format::object();
    M::put(object, "loss", experiment.loss(set, predictions));
    M::put(object, "metrics", metrics_object(experiment.metrics(set, predictions, target)));
    return object;
  }

  static Value metrics_object(const Metrics& metrics) {
    Value object = Format::object();
    M::put(object, "rows", metrics.rows);
    M::put(object, "targetMean", metrics.target_mean);
    M::put(object, "mae", metrics.mae);
    M::put(object, "mse", metrics.mse);
    M::put(object, "rmse", metrics.rmse);
    M::put(object, "relativeRmse", metrics.relative_rmse);
    M::put(object, "r2", metrics.r2);
    return object;
  }

  Value flat(int run, Matrix Parameter::*member) {
    std::vector<double> all;
    for (const Parameter* parameter : at(run).network().parameters()) {
      const Matrix& numbers = parameter->*member;
      all.insert(all.end(), numbers.data(), numbers.data() + numbers.size());
    }
    return doubles(all);
  }

  struct Numbered {
    int number = 0;
    std::unique_ptr<Experiment> experiment;
  };

  auto find(int run) {
    return std::find_if(runs_.begin(), runs_.end(),
                        [run](const Numbered& each) { return each.number == run; });
  }

  std::vector<Numbered> runs_;
  int last_number_ = 0;
};

}  // namespace minifactory
