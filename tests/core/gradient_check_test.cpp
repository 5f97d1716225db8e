// Every operation, layer, loss and network against the gradient checker. A new operation or loss is
// tested by being in its registry.

#include "gradient_check.hpp"

#include <gtest/gtest.h>

#include <cctype>
#include <functional>
#include <ostream>
#include <stdexcept>

#include "layers/dense.hpp"
#include "losses/registry.hpp"
#include "networks.hpp"
#include "operations/registry.hpp"
#include "operations/weight_multiply.hpp"
#include "test_parts.hpp"

namespace minifactory {
namespace {

/// Numbers at a distance from 0, where some functions have a kink, so that no nudge crosses it.
Matrix away_from_0(Index rows, Index columns, std::uint32_t seed) {
  return random_matrix(rows, columns, seed).unaryExpr([](double x) {
    return x + std::copysign(0.05, x);
  });
}

void draw_standard_normal(NeuralNetwork& network, std::uint32_t seed) {
  RandomState random(seed);
  for (const auto& layer : network.layers()) {
    draw_parameters(*layer, WeightInitialisation::kStandardNormal, random);
  }
}

::testing::AssertionResult passes(const GradientCheck& check) {
  return (check.passes() ? ::testing::AssertionSuccess() : ::testing::AssertionFailure())
         << "relative error " << check.relative_error() << " at " << check.worst();
}

struct Case {
  std::string name;
  std::function<GradientCheck(Index rows)> check;
};

void PrintTo(const Case& checked, std::ostream* out) { *out << checked.name; }

std::string test_name(const ::testing::TestParamInfo<Case>& info) {
  std::string name = info.param.name;
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

template <typename Make>
Case operation(std::string name, Index inputs, Make make) {
  return {std::move(name), [inputs, make](Index rows) {
            const std::unique_ptr<Operation> operation = make();
            RandomState random(5);
            for (Parameter* parameter : operation->parameters()) {
              random.fill_randn(writable(parameter->value));
            }
            return check_operation(*operation, away_from_0(rows, inputs, 7));
          }};
}

std::vector<Case> operations() {
  std::vector<Case> cases = {
      operation("WeightMultiply of 5 to 4", 5,
                [] { return std::make_unique<WeightMultiply>(5, 4); }),
      operation("WeightMultiply of 1 to 1", 1,
                [] { return std::make_unique<WeightMultiply>(1, 1); }),
      operation("WeightMultiply of 1 to 6", 1,
                [] { return std::make_unique<WeightMultiply>(1, 6); }),
      operation("WeightMultiply of 13 to 1", 13,
                [] { return std::make_unique<WeightMultiply>(13, 1); }),
      operation("BiasAdd of 1", 1, [] { return std::make_unique<BiasAdd>(1); }),
      operation("ScaleAndShift", 5, [] { return std::make_unique<ScaleAndShift>(5); }),
      operation("RandomMask", 5, [] { return std::make_unique<RandomMask>(); }),
  };
  for (const OperationInfo& info : registered_operations()) {
    cases.push_back(operation(std::string(info.name), 5,
                              [name = info.name] { return make_operation(name, 5, 5); }));
  }
  return cases;
}

std::vector<Case> layers() {
  std::vector<Case> cases;
  for (const std::string_view name : activation_names()) {
    cases.push_back({"Dense " + std::string(name), [name](Index rows) {
                       Dense dense(3, 4, name);
                       RandomState random(12);
                       draw_parameters(dense, WeightInitialisation::kStandardNormal, random);
                       return check_layer(dense, away_from_0(rows, 3, 8));
                     }});
  }
  return cases;
}

std::vector<Case> losses() {
  std::vector<Case> cases;
  for (const std::string_view name : loss_names()) {
    cases.push_back({std::string(name), [name](Index rows) {
                       const std::unique_ptr<Loss> loss = make_loss({std::string(name), {}});
                       const bool of_classes = loss_task(name) == Task::kClassification;
                       const Matrix targets =
                           of_classes ? random_one_hot(rows, 2, 4) : random_matrix(rows, 2, 4);
                       return check_loss(*loss, random_matrix(rows, 2, 3), targets);
                     }});
  }
  return cases;
}

class Gradients : public ::testing::TestWithParam<Case> {};

TEST_P(Gradients, AgreeWithCentralDifferences) {
  for (const Index rows : {1, 2, 5, 32}) EXPECT_TRUE(passes(GetParam().check(rows))) << rows;
}

INSTANTIATE_TEST_SUITE_P(Operations, Gradients, ::testing::ValuesIn(operations()), test_name);
INSTANTIATE_TEST_SUITE_P(Layers, Gradients, ::testing::ValuesIn(layers()), test_name);
INSTANTIATE_TEST_SUITE_P(Losses, Gradients, ::testing::ValuesIn(losses()), test_name);

class NetworkGradientsOf : public ::testing::TestWithParam<std::string_view> {};

/// The smallest input of an activation. Near its kink at 0, a nudge would cross the kink.
double nearest_to_0(const NeuralNetwork& network) {
  double nearest = 1.0;
  for (const auto& layer : network.layers()) {
    nearest = std::min(nearest, layer->operations().back()->input().cwiseAbs().minCoeff());
  }
  return nearest;
}

/// The first draw of six rows of four features that does not.
Matrix away_from_kinks(NeuralNetwork& network) {
  for (std::uint32_t seed = 14; seed < 100; ++seed) {
    Matrix features = random_matrix(6, 4, seed);
    network.forward(view(features));
    if (nearest_to_0(network) > 1e-3) return features;
  }
  throw std::runtime_error("every draw comes near a kink");
}

TEST_P(NetworkGradientsOf, AgreeWithCentralDifferencesAtEveryDepth) {
  std::vector<DenseLayer> plans = {{1, "linear"}};
  for (int hidden = 0; hidden <= 3; ++hidden) {
    NeuralNetwork network = network_of(4, plans);
    draw_standard_normal(network, 33);
    const Matrix features = away_from_kinks(network);
    NetworkGradients gradients(network, features, random_matrix(6, 1, 15));
    EXPECT_TRUE(passes(gradients.of_features())) << hidden << " hidden layers";
    for (std::size_t i = 0; i < network.parameters().size(); ++i) {
      EXPECT_TRUE(passes(gradients.of_parameter(i))) << hidden << " hidden layers";
    }
    plans.insert(plans.begin(), {3 + hidden, GetParam()});
  }
}

INSTANTIATE_TEST_SUITE_P(Activations, NetworkGradientsOf, ::testing::ValuesIn(activation_names()),
                         [](const auto& info) {
                           std::string name(info.param);
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

// --- What the check finds.

class WrongSquare final : public Operation {
 public:
  std::string_view kind() const override { return "WrongSquare"; }
  Role role() const override { return Role::kActivation; }

 protected:
  void compute_output(ConstView input, View output) const override {
    output.array() = input.array().square();
  }
  void compute_input_gradient(ConstView output_gradient, View input_gradient) const override {
    input_gradient.array() = 2.0 * input().array() * output_gradient.array();
    input_gradient(1, 2) *= 1.0 + 3e-6;
  }
};

TEST(GradientCheck, FindsOneElementThatIsOffByAFewMillionths) {
  WrongSquare operation;
  const GradientCheck check = check_operation(operation, away_from_0(3, 4, 1));
  EXPECT_FALSE(check.passes());
  EXPECT_NEAR(check.relative_error(), 3e-6, 1e-7);
  EXPECT_EQ(check.worst().rfind("input(1, 2): ", 0), 0U) << check.worst();
}

class NotANumber final : public Operation {
 public:
  std::string_view kind() const override { return "NotANumber"; }
  Role role() const override { return Role::kActivation; }

 protected:
  void compute_output(ConstView input, View output) const override { output = input; }
  void compute_input_gradient(ConstView output_gradient, View input_gradient) const override {
    input_gradient = output_gradient;
    input_gradient(0, 0) = std::nan("");
  }
};

TEST(GradientCheck, DoesNotAcceptNaN) {
  NotANumber operation;
  EXPECT_FALSE(check_operation(operation, away_from_0(2, 2, 1)).passes());
}

TEST(GradientCheck, OfNothingDoesNotPass) { EXPECT_FALSE(GradientCheck().passes()); }

/// Chapter 2's network; its parameters in order are W1, B1, W2, B2.
GradientCheck check_hidden(BiasGradient bias_gradient, std::size_t parameter) {
  NeuralNetwork network = network_of(13, {{13, "sigmoid"}, {1, "linear"}}, bias_gradient);
  draw_standard_normal(network, 180807);
  NetworkGradients gradients(network, random_matrix(23, 13, 1), random_matrix(23, 1, 2));
  return gradients.of_parameter(parameter);
}

TEST(GradientCheck, FindsTheMistakeOfChapter2InTheHiddenBias) {
  const GradientCheck wrong = check_hidden(BiasGradient::kSummedOverUnits, 1);
  EXPECT_FALSE(wrong.passes());
  EXPECT_GT(wrong.relative_error(), 0.1);
  EXPECT_EQ(wrong.worst().rfind("B1(0, ", 0), 0U) << wrong.worst();
  EXPECT_TRUE(passes(check_hidden(BiasGradient::kPerUnit, 1)));
}

TEST(GradientCheck, FindsNothingElseWrongInTheNetworkOfChapter2) {
  for (const std::size_t parameter : {0, 2, 3}) {
    EXPECT_TRUE(passes(check_hidden(BiasGradient::kSummedOverUnits, parameter)));
  }
}

TEST(BiasAdd, SummedOverUnitsMovesEveryBiasByTheSumOfAll) {
  BiasAdd right(3);
  BiasAdd wrong(3, BiasGradient::kSummedOverUnits);
  const Matrix input = Matrix::Zero(2, 3);
  const Matrix output_gradient = (Matrix(2, 3) << 1, 2, 3, 10, 20, 30).finished();
  for (BiasAdd* operation : {&right, &wrong}) {
    operation->forward(view(input));
    operation->backward(view(output_gradient));
  }
  EXPECT_EQ(right.parameters()[0]->gradient, (Matrix(1, 3) << 11, 22, 33).finished());
  EXPECT_EQ(wrong.parameters()[0]->gradient, Matrix::Constant(1, 3, 66));
}

}  // namespace
}  // namespace minifactory
