#pragma once

#include <utility>

#include "marshal.hpp"
#include "training/experiment.hpp"

namespace minifactory {

/// Reads a recipe, which web/recipe describes and has checked, into the plan of an experiment.
/// `Format` reads the document: see js_format.hpp. Errors: UNKNOWN_NAME, OUT_OF_RANGE,
/// MISSING_SETTING.
template <typename Format>
class RecipeReader {
  using Value = typename Format::Value;

 public:
  static ExperimentPlan plan(const Value& recipe) {
    const Settings quirks = section(recipe, "quirks");
    ExperimentPlan plan;
    plan.data = data(recipe);
    plan.layers = layers(recipe);
    plan.layer_context.bias_gradient =
        quirks.flag("summedBiasGradient") ? BiasGradient::kSummedOverUnits : BiasGradient::kPerUnit;
    plan.loss = loss(recipe);
    plan.optimizer = optimizer(recipe);
    plan.training = training(recipe, quirks);
    return plan;
  }

  // The parts of a recipe. One setting of each is its name in the registry.

  static std::vector<PartPlan> layers(const Value& recipe) {
    const Value list = Format::field(recipe, "layers");
    std::vector<PartPlan> plans;
    for (std::size_t i = 0; i < Format::length(list); ++i) {
      plans.push_back(part(Format::item(list, i), "type", "dense"));
    }
    return plans;
  }
  static PartPlan loss(const Value& recipe) {
    return part(Format::field(recipe, "loss"), "function");
  }
  static PartPlan optimizer(const Value& recipe) {
    return part(Format::field(recipe, "optimiser"), "method");
  }

  /// All numbers, texts and flags of an object.
  static Settings settings_of(const Value& object) {
    Settings settings;
    for (const std::string& key : Marshal<Format>::to_names(Format::keys(object))) {
      const Value value = Format::field(object, key.c_str());
      if (Format::is_number(value)) {
        settings.with_number(key, Format::to_number(value));
      } else if (Format::is_text(value)) {
        settings.with_text(key, Format::to_text(value));
      } else if (Format::is_flag(value)) {
        settings.with_flag(key, Format::to_flag(value));
      }
    }
    return settings;
  }

 private:
  /// `key` is the setting with the name of the part; without it, the part has the default name.
  static PartPlan part(const Value& object, const char* key, const char* default_name = "") {
    Settings settings = settings_of(object);
    std::string name = settings.text(key, default_name);
    return {std::move(name), std::move(settings)};
  }

  static DataPlan data(const Value& recipe) {
    const Settings split = section(recipe, "split");
    const Settings scaling = section(recipe, "scaling");
    DataPlan plan;
    plan.test_fraction = split.number("testFraction");
    plan.validation_fraction = split.number("validationFraction");
    plan.split_seed = seed(split);
    plan.scaler_fit = scaler_fit_named(scaling.text("fitOn"));
    plan.constant_columns = scaling.text("constantColumns") == "zero" ? ConstantColumns::kZero
                                                                      : ConstantColumns::kError;
    plan.feature_names =
        Marshal<Format>::to_names(Format::field(Format::field(recipe, "data"), "features"));
    return plan;
  }

  static TrainingPlan training(const Value& recipe, const Settings& quirks) {
    const Settings training = section(recipe, "training");
    TrainingPlan plan;
    plan.seed = seed(training);
    plan.initialisation =
        weight_initialisation_named(section(recipe, "initialisation").text("weights"));
    plan.layer_seeding =
        quirks.flag("reseedEachLayer") ? LayerSeeding::kReseeded : LayerSeeding::kRunning;
    plan.batch_size = training.integer("batchSize");
    plan.last_batch = quirks.flag("shrinkingBatch") ? LastBatch::kShrinks : LastBatch::kShort;
    const Value durations = Format::field(recipe, "training");
    plan.stop_after = duration(section(durations, "stopAfter"));
    plan.evaluate_every = duration(section(durations, "evaluateEvery"));
    plan.early_stopping = training.flag("earlyStopping");
    return plan;
  }

  static Duration duration(const Settings& settings) {
    return {settings.integer("count"),
            settings.text("unit") == "batches" ? TimeUnit::kBatches : TimeUnit::kEpochs};
  }

  static std::uint32_t seed(const Settings& settings) {
    return whole_number<std::uint32_t>(settings.number("seed"), "A seed");
  }

  static Settings section(const Value& recipe, const char* key) {
    return settings_of(Format::field(recipe, key));
  }
};

}  // namespace minifactory
