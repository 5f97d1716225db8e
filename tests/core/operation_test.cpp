// The common contract of all operations, layers and networks.

#include "operations/operation.hpp"

#include <gtest/gtest.h>

#include "expect_error.hpp"
#include "layers/dense.hpp"
#include "networks.hpp"
#include "operations/registry.hpp"
#include "operations/sigmoid.hpp"
#include "operations/weight_multiply.hpp"
#include "random_matrix.hpp"
#include "same_bits.hpp"
#include "shape_text.hpp"
#include "test_parts.hpp"

namespace minifactory {
namespace {

TEST(Operation, IsNotReadyBeforeItsFirstForwardPass) {
  for (const OperationInfo& info : registered_operations()) {
    const std::unique_ptr<Operation> operation = make_operation(info.name, 2, 2);
    expect_error("NOT_READY", {info.kind}, [&] { operation->input(); });
    expect_error("NOT_READY", {info.kind}, [&] { operation->output(); });
    expect_error("NOT_READY", {info.kind}, [&] { operation->backward(view(Matrix::Zero(1, 2))); });
  }
}

TEST(Operation, StoresItsInputAndOutput) {
  WeightMultiply operation(3, 2);
  operation.parameters()[0]->value = random_matrix(3, 2, 1);
  const Matrix input = random_matrix(4, 3, 2);
  const Matrix output = operation.forward(view(input));
  EXPECT_EQ(operation.input().data(), input.data());
  EXPECT_TRUE(same_bits(operation.output(), output));
  EXPECT_LT((output - input * operation.parameters()[0]->value).cwiseAbs().maxCoeff(), 1e-14);
}

TEST(Operation, RejectsAGradientOfAnotherShape) {
  Sigmoid operation;
  const Matrix input = Matrix::Zero(4, 3);
  operation.forward(view(input));
  for (const auto& [rows, columns] : {std::pair<Index, Index>{3, 3}, {4, 2}, {3, 4}}) {
    expect_error("SHAPE_MISMATCH", {"Sigmoid", "(4, 3)", shape_text(rows, columns)},
                 [&, r = rows, c = columns] { operation.backward(view(Matrix::Zero(r, c))); });
  }
}

TEST(Operation, CanSkipTheInputGradient) {
  WeightMultiply operation(3, 2);
  const Matrix input = random_matrix(4, 3, 1);
  const Matrix output_gradient = random_matrix(4, 2, 2);
  operation.forward(view(input));
  EXPECT_EQ(operation.backward(view(output_gradient), InputGradient::kSkip).size(), 0);
  const Matrix skipped = operation.parameters()[0]->gradient;
  EXPECT_EQ(operation.backward(view(output_gradient)).rows(), 4);
  EXPECT_TRUE(same_bits(operation.parameters()[0]->gradient, skipped));
}

TEST(Operation, AcceptsBatchesOfAnySize) {
  WeightMultiply operation(3, 2);
  operation.parameters()[0]->value = random_matrix(3, 2, 1);
  for (const Index rows : {5, 2, 9, 1}) {
    const Matrix input = random_matrix(rows, 3, 4);
    const Matrix expected = input * operation.parameters()[0]->value;
    EXPECT_LT((operation.forward(view(input)) - expected).cwiseAbs().maxCoeff(), 1e-14);
    EXPECT_EQ(operation.backward(operation.output()).rows(), rows);
  }
}

TEST(ParamOperation, NamesItsParametersAndStartsThemAt0) {
  WeightMultiply multiply(3, 2);
  ASSERT_EQ(multiply.parameters().size(), 1U);
  const Parameter& weights = *multiply.parameters()[0];
  EXPECT_EQ(weights.symbol, "W");
  EXPECT_EQ(weights.row_axis, Axis::kInput);
  EXPECT_EQ(weights.column_axis, Axis::kUnit);
  EXPECT_EQ(weights.value, Matrix::Zero(3, 2));
  EXPECT_EQ(weights.gradient, Matrix::Zero(3, 2));

  BiasAdd add(4);
  ASSERT_EQ(add.parameters().size(), 1U);
  EXPECT_EQ(add.parameters()[0]->symbol, "B");
  EXPECT_EQ(add.parameters()[0]->row_axis, Axis::kSingle);
  EXPECT_EQ(add.parameters()[0]->value, Matrix::Zero(1, 4));
}

TEST(ParamOperation, MayHaveSeveralParameters) {
  ScaleAndShift operation(3);
  ASSERT_EQ(operation.parameters().size(), 2U);
  EXPECT_EQ(operation.parameters()[1]->symbol, "H");
  const std::vector<Parameter*> pointers = operation.parameters();
  const Matrix input = random_matrix(4, 3, 1);
  operation.forward(view(input));
  operation.backward(view(input));
  EXPECT_EQ(operation.parameters(), pointers) << "the pointers stay valid";
  EXPECT_TRUE(pointers[0]->gradient.isApprox(input.cwiseAbs2().colwise().sum(), 1e-14));
  EXPECT_TRUE(pointers[1]->gradient.isApprox(input.colwise().sum(), 1e-14));
}

TEST(Operation, HasNoParametersByDefault) { EXPECT_TRUE(Sigmoid().parameters().empty()); }

TEST(ParamOperation, RejectsABadGradientBeforeItChangesItsOwn) {
  BiasAdd operation(2);
  const Matrix input = Matrix::Zero(3, 2);
  operation.forward(view(input));
  expect_error("SHAPE_MISMATCH", {"BiasAdd", "(3, 2)", "(2, 2)"},
               [&] { operation.backward(view(Matrix::Ones(2, 2))); });
  EXPECT_EQ(operation.parameters()[0]->gradient, Matrix::Zero(1, 2));
}

TEST(WeightMultiply, RejectsInputsOfOtherColumnsAndDoesNotChange) {
  WeightMultiply operation(13, 4);
  const Matrix input = random_matrix(2, 13, 1);
  operation.forward(view(input));
  expect_error("SHAPE_MISMATCH", {"(13, 4)", "(rows, 13)", "(rows, 12)"},
               [&] { operation.forward(view(Matrix::Zero(2, 12))); });
  EXPECT_EQ(operation.input().data(), input.data());
  EXPECT_EQ(operation.output_columns(13), 4);
}

TEST(BiasAdd, RejectsInputsOfOtherColumns) {
  BiasAdd operation(4);
  expect_error("SHAPE_MISMATCH", {"(1, 4)", "(rows, 4)", "(rows, 5)"},
               [&] { operation.forward(view(Matrix::Zero(2, 5))); });
}

TEST(Dense, IsWeightsBiasAndActivation) {
  Dense layer(3, 2, "tanh");
  std::vector<std::string> kinds;
  for (const auto& operation : layer.operations()) kinds.emplace_back(operation->kind());
  EXPECT_EQ(kinds, (std::vector<std::string>{"WeightMultiply", "BiasAdd", "Tanh"}));
  std::vector<Role> roles;
  for (const auto& operation : layer.operations()) roles.push_back(operation->role());
  EXPECT_EQ(roles, (std::vector<Role>{Role::kWeights, Role::kBias, Role::kActivation}));
  ASSERT_EQ(layer.parameters().size(), 2U);
  layer.parameters()[0]->value = random_matrix(3, 2, 1);
  layer.parameters()[1]->value = random_matrix(1, 2, 2);

  const Matrix input = random_matrix(5, 3, 3);
  const Matrix sums =
      (input * layer.parameters()[0]->value).rowwise() + layer.parameters()[1]->value.row(0);
  EXPECT_LT((layer.forward(view(input)) - Matrix(sums.array().tanh())).cwiseAbs().maxCoeff(),
            1e-14);
}

TEST(Dense, UsesSigmoidByDefault) { EXPECT_EQ(Dense(1, 1).operations().back()->kind(), "Sigmoid"); }

TEST(Dense, NeedsInputsUnitsAndAKnownActivation) {
  expect_error("OUT_OF_RANGE", {"not 0 and 3"}, [] { Dense(0, 3); });
  expect_error("OUT_OF_RANGE", {"not 3 and 0"}, [] { Dense(3, 0); });
  expect_error("UNKNOWN_NAME", {"\"zebra\"", "leaky-relu"}, [] { Dense(3, 3, "zebra"); });
}

TEST(NeuralNetwork, NeedsALayer) {
  expect_error("OUT_OF_RANGE", {"1 layer"}, [] { network_of(3, {}); });
}

TEST(NeuralNetwork, CountsTheNumbersOfItsParameters) {
  const NeuralNetwork network = network_of(13, {{13, "sigmoid"}, {5, "tanh"}, {1, "linear"}});
  EXPECT_EQ(network.parameter_count(), 13 * 13 + 13 + 13 * 5 + 5 + 5 + 1);
  EXPECT_EQ(network.parameters().size(), 6U);
}

TEST(NeuralNetwork, NamesTheLayerAnInputDoesNotFit) {
  NeuralNetwork network = network_of(13, {{4, "sigmoid"}, {1, "linear"}});
  expect_error("SHAPE_MISMATCH", {"(13, 4)", "(rows, 12)"},
               [&] { network.forward(view(Matrix::Zero(2, 12))); });
}

TEST(NeuralNetwork, ComputesTheInputGradientOnRequest) {
  NeuralNetwork network = network_of(3, {{1, "linear"}});
  Matrix& weights = network.parameters()[0]->value;
  weights = random_matrix(3, 1, 1);
  const Matrix features = random_matrix(2, 3, 2);
  const Matrix loss_gradient = random_matrix(2, 1, 3);
  network.forward(view(features));
  const Matrix expected = loss_gradient * weights.transpose();
  EXPECT_TRUE(same_bits(network.backward(view(loss_gradient), InputGradient::kCompute), expected));
  EXPECT_EQ(network.backward(view(loss_gradient)).size(), 0);
}

TEST(NeuralNetwork, TrainsABatchByOneForwardAndOneBackwardPass) {
  NeuralNetwork network = network_of(3, {{4, "sigmoid"}, {1, "linear"}});
  RandomState random(1);
  for (const auto& layer : network.layers()) {
    draw_parameters(*layer, WeightInitialisation::kStandardNormal, random);
  }
  const std::vector<Matrix> before = parameters_of(network);
  const Matrix features = random_matrix(6, 3, 2);
  const Matrix targets = random_matrix(6, 1, 3);
  const double loss = network.train_batch(view(features), view(targets), random);

  const Matrix predictions = network.forward(view(features));
  EXPECT_DOUBLE_EQ(loss, (predictions - targets).squaredNorm() / 6.0);
  EXPECT_TRUE(same_bits(parameters_of(network), before));
  for (const Parameter* parameter : network.parameters()) {
    EXPECT_GT(parameter->gradient.norm(), 0.0);
  }
}

}  // namespace
}  // namespace minifactory
