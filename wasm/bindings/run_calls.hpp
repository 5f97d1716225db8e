#pragma once

#include <algorithm>
#include <map>
#include <memory>

#include "marshal.hpp"
#include "recipe_reader.hpp"
#include "trace_format.hpp"

namespace minifactory {

/// The coarse calls on runs: each run has a number, which the caller gives back with `dispose`.
/// web/engine/run.ts gives them their types.
template <typename Format>
class RunCalls {
  using Value = typename Format::Value;
  using M = Marshal<Format>;

 public:
  /// features (rows, columns) and targets (rows, 1), raw.
  int create(const Value& recipe, const Value& features, const Value& targets) {
    const ExperimentPlan plan = RecipeReader<Format>::plan(recipe);
    const int number = ++last_number_;
    runs_[number] = std::make_unique<Experiment>(view(M::to_matrix(features)),
                                                 view(M::to_matrix(targets)), plan);
    return number;
  }

  void dispose(int run) { runs_.erase(run); }

  /// Every parameter's name, layer and shape, and every operation's layer, kind and columns.
  Value describe(int run) {
    Value parameters = Format::list();
    Value operations = Format::list();
    Index layer_number = 0;
    Index columns = at(run).data().features().cols();
    for (const auto& layer : at(run).network().layers()) {
      for (const Parameter* parameter : layer->parameters()) {
        Value shape = Format::object();
        Format::put(shape, "name",
                    Format::text(parameter->symbol + std::to_string(layer_number + 1)));
        Format::put(shape, "layer", count(layer_number));
        Format::put(shape, "rows", count(parameter->value.rows()));
        Format::put(shape, "columns", count(parameter->value.cols()));
        Format::push(parameters, shape);
      }
      for (const auto& operation : layer->operations()) {
        columns = operation->output_columns(columns);
        Value shape = Format::object();
        Format::put(shape, "layer", count(layer_number));
        Format::put(shape, "kind", Format::text(std::string(operation->kind())));
        Format::put(shape, "columns", count(columns));
        Format::push(operations, shape);
      }
      ++layer_number;
    }
    Value description = Format::object();
    Format::put(description, "parameters", parameters);
    Format::put(description, "operations", operations);
    return description;
  }

  Value rows(int run, const std::string& set) {
    const auto& rows = at(run).data().rows(row_set_named(set));
    return Format::integers(rows.data(), rows.size());
  }

  Value targets(int run, const std::string& set) {
    return M::matrix(at(run).data().examples(row_set_named(set)).targets);
  }

  /// As one array, since it is asked for most: status (0 training, 1 finished, 2 stopped early, 3
  /// diverged), epoch, batch, batch in epoch, batches in epoch, fraction, batch loss, epoch loss,
  /// learning rate.
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

  /// Any number of batches from 1 up, Infinity too.
  Value train_batches(int run, double count) {
    if (!(count >= 1.0)) {
      throw Error("OUT_OF_RANGE", "The number of batches to train must be at least 1.");
    }
    constexpr double kMost = 1e9;
    at(run).trainer().train_batches(static_cast<Index>(std::min(count, kMost)));
    return progress(run);
  }

  /// Epoch, batch and loss of each one held that was made after batch `after`, one after the other.
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

  Value metrics(int run, const std::string& set) {
    return metrics_object(at(run).metrics(row_set_named(set)));
  }

  Value mean_metrics(int run, const std::string& set) {
    return metrics_object(at(run).mean_metrics(row_set_named(set)));
  }

  Value least_squares_metrics(int run, const std::string& set) {
    return metrics_object(at(run).least_squares_metrics(row_set_named(set)));
  }

  Value least_squares(int run) {
    const LeastSquares& fit = at(run).least_squares();
    Value object = Format::object();
    Format::put(object, "coefficients", M::vector(fit.coefficients));
    Format::put(object, "intercept", Format::number(fit.intercept));
    return object;
  }

  Value predictions(int run, const std::string& set) {
    return M::matrix(at(run).predictions(row_set_named(set)));
  }

  Value predict(int run, const Value& features) {
    return M::matrix(at(run).predict(view(M::to_matrix(features))));
  }

  Value response(int run, double feature, double from, double to, double steps) {
    const Response response =
        at(run).response(static_cast<Index>(feature), from, to, static_cast<Index>(steps));
    Value object = Format::object();
    Format::put(object, "scaled", M::vector(response.scaled));
    Format::put(object, "raw", M::vector(response.raw));
    Format::put(object, "predictions", M::vector(response.predictions));
    return object;
  }

  /// All parameters (or gradients), flat, in the order of `describe`.
  Value parameters(int run) {
    return flat(run, [](const Parameter& parameter) -> const Matrix& { return parameter.value; });
  }

  Value gradients(int run) {
    return flat(run,
                [](const Parameter& parameter) -> const Matrix& { return parameter.gradient; });
  }

  Value activations(int run, const Value& rows) {
    return M::list(at(run).activations(Format::to_integers(rows)),
                   [](const Matrix& output) { return M::matrix(output); });
  }

  /// Everything that passes through the boxes for these rows, forward and backward.
  Value trace(int run, const Value& rows) {
    return TraceFormat<Format>::trace(at(run).trace(Format::to_integers(rows)));
  }

  Value next_rows(int run) {
    const std::vector<std::int32_t> rows = at(run).next_rows();
    return Format::integers(rows.data(), rows.size());
  }

  /// `place` is that of a parameter in `describe`, or -1 for the features.
  Value compare_gradients(int run, const Value& rows, double place, double first, double count,
                          double step) {
    const GradientComparison comparison =
        at(run)
            .gradient_comparer(Format::to_integers(rows))
            .compare(static_cast<Index>(place), static_cast<Index>(first),
                     static_cast<Index>(count), step);
    Value object = Format::object();
    Format::put(object, "analytic", doubles(comparison.analytic));
    Format::put(object, "numeric", doubles(comparison.numeric));
    return object;
  }

  Value objective_around(int run, const Value& rows, double place, double element,
                         const Value& offsets) {
    return doubles(at(run)
                       .gradient_comparer(Format::to_integers(rows))
                       .objective_around(static_cast<Index>(place), static_cast<Index>(element),
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
    const auto found = runs_.find(run);
    if (found == runs_.end()) {
      throw Error("DISPOSED", "This run has been disposed of and can no longer be used.");
    }
    return *found->second;
  }

  static Value doubles(const std::vector<double>& numbers) {
    return Format::doubles(numbers.data(), numbers.size());
  }

  static Value count(Index number) { return Format::number(static_cast<double>(number)); }

  static Value metrics_object(const Metrics& metrics) {
    Value object = Format::object();
    Format::put(object, "rows", count(metrics.rows));
    Format::put(object, "targetMean", Format::number(metrics.target_mean));
    Format::put(object, "mae", Format::number(metrics.mae));
    Format::put(object, "mse", Format::number(metrics.mse));
    Format::put(object, "rmse", Format::number(metrics.rmse));
    Format::put(object, "relativeRmse", Format::number(metrics.relative_rmse));
    Format::put(object, "r2", Format::number(metrics.r2));
    return object;
  }

  template <typename Numbers>
  Value flat(int run, Numbers numbers_of) {
    std::vector<double> all;
    for (const Parameter* parameter : at(run).network().parameters()) {
      const Matrix& numbers = numbers_of(*parameter);
      all.insert(all.end(), numbers.data(), numbers.data() + numbers.size());
    }
    return doubles(all);
  }

  std::map<int, std::unique_ptr<Experiment>> runs_;
  int last_number_ = 0;
};

}  // namespace minifactory
