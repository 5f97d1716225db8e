#pragma once

#include "training/experiment.hpp"

namespace minifactory {

/// A recipe, as web/recipe describes and has checked it, as the core's plan. `Format` says how to
/// read the document: see js_format.hpp. Errors: UNKNOWN_NAME, OUT_OF_RANGE.
template <typename Format>
class RecipeReader {
  using Value = typename Format::Value;

 public:
  static ExperimentPlan plan(const Value& recipe) {
    const Value quirks = Format::field(recipe, "quirks");
    ExperimentPlan plan;
    plan.data = data(recipe);
    plan.layers = layers(Format::field(recipe, "layers"));
    plan.bias_gradient = flag(quirks, "summedBiasGradient") ? BiasGradient::kSummedOverUnits
                                                            : BiasGradient::kPerUnit;
    plan.gradient_scale = gradient_scale_named(text(Format::field(recipe, "loss"), "gradient"));
    plan.learning_rate = number(Format::field(recipe, "optimiser"), "learningRate");
    plan.training = training(recipe, quirks);
    return plan;
  }

 private:
  static DataPlan data(const Value& recipe) {
    const Value split = Format::field(recipe, "split");
    const Value scaling = Format::field(recipe, "scaling");
    DataPlan plan;
    plan.test_fraction = number(split, "testFraction");
    plan.validation_fraction = number(split, "validationFraction");
    plan.split_seed = seed(split);
    plan.scaler_fit = scaler_fit_named(text(scaling, "fitOn"));
    plan.constant_columns = text(scaling, "constantColumns") == "zero" ? ConstantColumns::kZero
                                                                       : ConstantColumns::kError;
    const Value features = Format::field(Format::field(recipe, "data"), "features");
    for (std::size_t i = 0; i < Format::length(features); ++i) {
      plan.feature_names.push_back(Format::to_text(Format::item(features, i)));
    }
    return plan;
  }

  static std::vector<LayerPlan> layers(const Value& list) {
    std::vector<LayerPlan> plans;
    for (std::size_t i = 0; i < Format::length(list); ++i) {
      const Value layer = Format::item(list, i);
      plans.push_back({whole(layer, "units"), text(layer, "activation")});
    }
    return plans;
  }

  static TrainingPlan training(const Value& recipe, const Value& quirks) {
    const Value training = Format::field(recipe, "training");
    TrainingPlan plan;
    plan.seed = seed(training);
    plan.initialisation =
        weight_initialisation_named(text(Format::field(recipe, "initialisation"), "weights"));
    plan.layer_seeding =
        flag(quirks, "reseedEachLayer") ? LayerSeeding::kReseeded : LayerSeeding::kRunning;
    plan.batch_size = whole(training, "batchSize");
    plan.last_batch = flag(quirks, "shrinkingBatch") ? LastBatch::kShrinks : LastBatch::kShort;
    plan.stop_after = duration(Format::field(training, "stopAfter"));
    plan.evaluate_every = duration(Format::field(training, "evaluateEvery"));
    plan.early_stopping = flag(training, "earlyStopping");
    return plan;
  }

  static Duration duration(const Value& value) {
    return {whole(value, "count"),
            text(value, "unit") == "batches" ? Unit::kBatches : Unit::kEpochs};
  }

  static double number(const Value& value, const char* key) {
    return Format::to_number(Format::field(value, key));
  }
  static Index whole(const Value& value, const char* key) {
    return static_cast<Index>(number(value, key));
  }
  static std::uint32_t seed(const Value& value) {
    return static_cast<std::uint32_t>(number(value, "seed"));
  }
  static bool flag(const Value& value, const char* key) {
    return Format::to_flag(Format::field(value, key));
  }
  static std::string text(const Value& value, const char* key) {
    return Format::to_text(Format::field(value, key));
  }
};

}  // namespace minifactory
