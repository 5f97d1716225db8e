// The registries of operations, layer types, losses and optimisers.

#include "layers/registry.hpp"

#include <gtest/gtest.h>

#include "expect_error.hpp"
#include "layers/standalone.hpp"
#include "losses/registry.hpp"
#include "networks.hpp"
#include "operations/registry.hpp"
#include "optimisers/registry.hpp"
#include "random_matrix.hpp"
#include "test_parts.hpp"

namespace minifactory {
namespace {

TEST(Registry, KnowsEveryOperationByNameKindAndRole) {
  Names seen;
  for (const OperationInfo& info : registered_operations()) {
    const std::unique_ptr<Operation> operation = make_operation(info.name, 3, 3);
    EXPECT_EQ(operation->kind(), info.kind);
    EXPECT_EQ(operation->role(), info.role);
    EXPECT_EQ(operation_name(*operation), info.name);
    seen.push_back(info.name);
  }
  ASSERT_GE(seen.size(), 7U);
  EXPECT_EQ(Names(seen.begin(), seen.begin() + 7), (Names{"weight-multiply", "bias-add", "sigmoid",
                                                          "linear", "tanh", "relu", "leaky-relu"}));
  EXPECT_EQ(operation_name(RandomMask()), "RandomMask") << "one that is not registered";
}

TEST(Registry, KnowsLayersLossesAndOptimisersByName) {
  EXPECT_EQ(layer_type_names(), (Names{"dense", "dropout"}));
  EXPECT_EQ(loss_names(), (Names{"mean-squared-error", "softmax-cross-entropy"}));
  EXPECT_EQ(optimizer_names(), (Names{"sgd", "momentum"}));
}

TEST(Registry, KnowsTheTaskOfEveryLoss) {
  EXPECT_EQ(loss_task("mean-squared-error"), Task::kRegression);
  EXPECT_EQ(loss_task("softmax-cross-entropy"), Task::kClassification);
  EXPECT_EQ(loss_names(Task::kRegression), Names{"mean-squared-error"});
  EXPECT_EQ(loss_names(Task::kClassification), Names{"softmax-cross-entropy"});
  EXPECT_EQ(task_names(), (Names{"regression", "classification"}));
  for (const std::string_view name : task_names()) EXPECT_EQ(task_name(task_named(name)), name);
  expect_error("UNKNOWN_NAME", {"task \"ranking\"", "classification"},
               [] { task_named("ranking"); });
}

TEST(Registry, RejectsALossOfAnotherTask) {
  check_loss_task("mean-squared-error", Task::kRegression);
  expect_error("WRONG_TASK",
               {"\"softmax-cross-entropy\" is for classification", "this run is regression",
                "choose the loss mean-squared-error."},
               [] { check_loss_task("softmax-cross-entropy", Task::kRegression); });
  expect_error("WRONG_TASK", {"\"mean-squared-error\"", "choose the loss softmax-cross-entropy."},
               [] { check_loss_task("mean-squared-error", Task::kClassification); });
  expect_error("UNKNOWN_NAME", {"loss \"hinge\""},
               [] { check_loss_task("hinge", Task::kRegression); });
}

TEST(Registry, ListsTheKnownNamesForAnUnknownOne) {
  expect_error("UNKNOWN_NAME", {"operation \"softmax\"", "weight-multiply", "tanh"},
               [] { make_operation("softmax", 1, 1); });
  expect_error("UNKNOWN_NAME", {"layer type \"conv\"", "dense"}, [] {
    make_layer({"conv", {}}, 3);
  });
  expect_error("UNKNOWN_NAME", {"loss \"hinge\"", "mean-squared-error"}, [] {
    make_loss({"hinge", {}});
  });
  expect_error("UNKNOWN_NAME", {"optimiser \"adam\"", "sgd"}, [] { make_optimizer({"adam", {}}); });
}

TEST(Registry, RejectsOtherOperationsAsActivations) {
  expect_error("UNKNOWN_NAME", {"activation \"bias-add\"", "there are sigmoid, linear"},
               [] { make_activation("bias-add"); });
}

TEST(Registry, NamesMissingSettings) {
  expect_error("MISSING_SETTING", {"\"units\""}, [] {
    make_layer({"dense", Settings().with_text("activation", "tanh")}, 3);
  });
  expect_error("MISSING_SETTING", {"\"activation\""}, [] {
    make_layer({"dense", Settings().with_number("units", 2)}, 3);
  });
  expect_error("MISSING_SETTING", {"\"learningRate\""}, [] { make_optimizer({"sgd", {}}); });
}

TEST(Registry, PassesSettingsOn) {
  EXPECT_EQ(make_optimizer(sgd(0.25))->learning_rate(), 0.25);
  expect_error("OUT_OF_RANGE", {"learning rate"}, [] { make_optimizer(sgd(-1.0)); });
  expect_error("UNKNOWN_NAME", {"\"total\"", "half-sum"},
               [] { make_loss(mean_squared_error("total")); });
  expect_error("UNKNOWN_NAME", {"\"exact\"", "as-in-the-course"}, [] {
    make_loss({"softmax-cross-entropy", Settings().with_text("form", "exact")});
  });
  const std::unique_ptr<Layer> layer = make_layer(dense_layers({{4, "relu"}})[0], 3);
  EXPECT_EQ(layer->output_columns(3), 4);
  EXPECT_EQ(layer->operations().back()->kind(), "ReLU");
}

TEST(StandaloneOperation, GetsItsShapeFromItsParameters) {
  const Matrix weights = random_matrix(3, 2, 1);
  const std::unique_ptr<Operation> multiply =
      standalone_operation("weight-multiply", {}, {weights});
  EXPECT_EQ(multiply->parameters()[0]->value, weights);
  EXPECT_EQ(multiply->output_columns(3), 2);
  EXPECT_EQ(standalone_operation("bias-add", {}, {random_matrix(1, 4, 2)})->output_columns(4), 4);
  EXPECT_EQ(standalone_operation("tanh", {}, {})->output_columns(7), 7);
}

TEST(StandaloneOperation, RejectsParametersThatDoNotFit) {
  expect_error("SHAPE_MISMATCH", {"BiasAdd, B", "(1, 4)", "(2, 4)"},
               [] { standalone_operation("bias-add", {}, {Matrix::Zero(2, 4)}); });
  expect_error("SHAPE_MISMATCH", {"WeightMultiply", "1, not 0"},
               [] { standalone_operation("weight-multiply", {}, {}); });
  expect_error("SHAPE_MISMATCH", {"Tanh", "0, not 1"},
               [] { standalone_operation("tanh", {}, {Matrix::Zero(1, 1)}); });
}

TEST(StandaloneNetwork, HoldsTheParametersOfItsLayers) {
  const Matrix weights = random_matrix(3, 2, 1);
  const Matrix bias = random_matrix(1, 2, 2);
  const std::vector<PartPlan> layers = dense_layers({{2, "tanh"}});
  const NeuralNetwork network =
      standalone_network(3, layers, mean_squared_error("mean"), {weights, bias});
  EXPECT_EQ(network.parameters()[0]->value, weights);
  EXPECT_EQ(network.parameters()[1]->value, bias);
  expect_error("SHAPE_MISMATCH", {"Parameter 1", "W", "(4, 2)", "(3, 2)"}, [&] {
    standalone_network(4, layers, mean_squared_error("mean"), {weights, bias});
  });
}

}  // namespace
}  // namespace minifactory
