// What every optimiser does, those in the registry and one with state.

#include "optimisers/optimizer.hpp"

#include <gtest/gtest.h>

#include "expect_error.hpp"
#include "optimisers/registry.hpp"
#include "optimisers/sgd.hpp"
#include "optimisers/sgd_momentum.hpp"
#include "small_experiment.hpp"
#include "test_parts.hpp"

namespace minifactory {
namespace {

std::unique_ptr<Optimizer> make(const std::string& name) {
  if (name == "with-velocity") return std::make_unique<WithVelocity>(0.02);
  if (name == "with-inertia") return std::make_unique<WithVelocity>(0.02, "inertia");
  return make_optimizer({name, Settings().with_number("learningRate", 0.02)});
}

std::vector<std::string> names() {
  const Names registered = optimizer_names();
  std::vector<std::string> all(registered.begin(), registered.end());
  all.emplace_back("with-velocity");
  return all;
}

/// The small experiment with another optimiser.
struct Optimized {
  explicit Optimized(const std::string& name) : Optimized(make(name)) {}

  explicit Optimized(std::unique_ptr<Optimizer> optimizer)
      : table(raw_table()),
        experiment(view(table.features), view(table.targets), small_experiment_plan().data,
                   small_experiment_plan().training, network_of(3, {{4, "tanh"}, {1, "linear"}}),
                   std::move(optimizer)) {}

  void train(Index batches) {
    for (Index i = 0; i < batches; ++i) experiment.trainer().train_batches(1);
  }

  const Examples table;
  Experiment experiment;
};

class EveryOptimizer : public ::testing::TestWithParam<std::string> {};

TEST_P(EveryOptimizer, PredictsItsNextStepExactly) {
  Optimized optimized(GetParam());
  for (int batch = 0; batch < 8; ++batch) {
    const Trace trace =
        optimized.experiment.trace(optimized.experiment.next_rows(), Mode::kTraining);
    optimized.train(1);
    EXPECT_TRUE(same_bits(trace.update.parameters, parameters_of(optimized.experiment.network())));
    const OptimizerState& state = optimized.experiment.optimizer().state();
    ASSERT_EQ(state.size(), 4U);
    for (std::size_t i = 0; i < state.size(); ++i) {
      EXPECT_EQ(state[i].size(), optimized.experiment.optimizer().state_names().size());
      EXPECT_TRUE(same_bits(trace.update.state[i], state[i]));
      EXPECT_EQ(same_bits(trace.state[i], state[i]), state[i].empty()) << "the state before";
    }
  }
}

TEST_P(EveryOptimizer, ChangesNothingInUpdate) {
  Optimized asked(GetParam()), left_alone(GetParam());
  for (int batch = 0; batch < 8; ++batch) {
    asked.experiment.optimizer().update(asked.experiment.network());
    asked.train(1);
    left_alone.train(1);
    ASSERT_EQ(asked.experiment.capture(), left_alone.experiment.capture());
  }
}

TEST_P(EveryOptimizer, RejectsAStepThatIsNotFinite) {
  Optimized optimized(GetParam());
  optimized.train(3);
  NeuralNetwork& network = optimized.experiment.network();
  const std::vector<Matrix> parameters = parameters_of(network);
  const OptimizerState state = optimized.experiment.optimizer().state();
  network.parameters().back()->gradient(0, 0) = std::numeric_limits<double>::infinity();
  EXPECT_FALSE(optimized.experiment.optimizer().step(network));
  EXPECT_TRUE(same_bits(parameters_of(network), parameters));
  for (std::size_t i = 0; i < state.size(); ++i) {
    EXPECT_TRUE(same_bits(optimized.experiment.optimizer().state()[i], state[i]));
  }
}

TEST_P(EveryOptimizer, ContinuesExactlyFromACapture) {
  Optimized whole(GetParam());
  for (Index batch = 0; batch < 24; ++batch) {
    Optimized restored(GetParam());
    restored.train(5);  // what it did before must not matter
    restored.experiment.restore(whole.experiment.capture());
    EXPECT_EQ(restored.experiment.capture(), whole.experiment.capture());

    Optimized undisturbed(GetParam());
    undisturbed.train(batch);
    restored.train(4);
    undisturbed.train(4);
    ASSERT_EQ(restored.experiment.capture(), undisturbed.experiment.capture()) << "batch " << batch;
    whole.train(1);
  }
}

TEST_P(EveryOptimizer, BranchesFromACapture) {
  Optimized first(GetParam());
  first.train(6);
  const std::vector<std::uint8_t> fork = first.experiment.capture();
  first.experiment.optimizer().set_learning_rate(0.1);
  first.train(6);
  const std::vector<std::uint8_t> branch = first.experiment.capture();
  first.experiment.restore(fork);
  first.train(6);
  EXPECT_NE(first.experiment.capture(), branch);
  first.experiment.restore(fork);
  first.experiment.optimizer().set_learning_rate(0.1);
  first.train(6);
  EXPECT_EQ(first.experiment.capture(), branch);
}

INSTANTIATE_TEST_SUITE_P(All, EveryOptimizer, ::testing::ValuesIn(names()), [](const auto& info) {
  std::string name = info.param;
  for (char& letter : name) letter = letter == '-' ? '_' : letter;
  return name;
});

TEST(Optimizer, KeepsItsStateFromStepToStep) {
  Optimized optimized("with-velocity");
  Optimizer& optimizer = optimized.experiment.optimizer();
  EXPECT_EQ(optimizer.state()[0][0], Matrix::Zero(3, 4));
  optimized.train(1);
  const Matrix velocity = optimizer.state()[0][0];
  const Matrix before = optimized.experiment.network().parameters()[0]->value;
  optimized.train(1);
  const Parameter& weights = *optimized.experiment.network().parameters()[0];
  EXPECT_TRUE(optimizer.state()[0][0].isApprox(0.9 * velocity - 0.02 * weights.gradient, 1e-14));
  EXPECT_TRUE(weights.value.isApprox(before + optimizer.state()[0][0], 1e-14));
}

TEST(SGDMomentum, AddsEachGradientToAVelocityThatFades) {
  SGDMomentum optimizer(0.5, 0.75);
  NeuralNetwork network = network_of(1, {{1, "linear"}});
  Parameter& weight = *network.parameters()[0];
  weight.value.setConstant(4.0);
  optimizer.start(network);
  weight.gradient.setConstant(2.0);
  optimizer.step(network);
  EXPECT_EQ(optimizer.state()[0][0](0, 0), 1.0);
  EXPECT_EQ(weight.value(0, 0), 3.0);
  weight.gradient.setConstant(-0.5);
  optimizer.step(network);
  EXPECT_EQ(optimizer.state()[0][0](0, 0), 0.5);
  EXPECT_EQ(weight.value(0, 0), 2.5);
}

TEST(SGDMomentum, WithoutMomentumIsSGD) {
  const auto trained = [](std::unique_ptr<Optimizer> optimizer) {
    Optimized optimized(std::move(optimizer));
    optimized.train(10);
    return parameters_of(optimized.experiment.network());
  };
  EXPECT_TRUE(same_bits(trained(std::make_unique<SGDMomentum>(0.02, 0.0)),
                        trained(std::make_unique<SGD>(0.02))));
}

TEST(SGDMomentum, WantsAMomentumFrom0ToBelow1) {
  for (const double momentum : {-0.1, 1.0, std::numeric_limits<double>::quiet_NaN()}) {
    expect_error("OUT_OF_RANGE", {"momentum"}, [&] { SGDMomentum(0.01, momentum); });
  }
}

TEST(Optimizer, IsNotReadyBeforeItHasStarted) {
  WithVelocity optimizer(0.1);
  NeuralNetwork network = network_of(3, {{2, "tanh"}, {1, "linear"}});
  expect_error("NOT_READY", {"optimiser"}, [&] { static_cast<void>(optimizer.step(network)); });
  expect_error("NOT_READY", {"optimiser"}, [&] { optimizer.update(network); });
  network.parameters()[0]->gradient.setOnes();
  optimizer.start(network);
  EXPECT_TRUE(optimizer.step(network));
  EXPECT_EQ(network.parameters()[0]->value, Matrix::Constant(3, 2, -0.1));
}

/// The first bytes of a capture.
std::string mark_of(const std::vector<std::uint8_t>& capture) {
  return {capture.rend() - 4, capture.rend()};
}

TEST(Optimizer, WithoutStateLeavesCapturesInTheFirstFormat) {
  EXPECT_EQ(mark_of(Optimized("sgd").experiment.capture()), "MFC1");
  EXPECT_EQ(mark_of(Optimized("with-velocity").experiment.capture()), "MFC2");
}

TEST(Optimizer, RejectsTheCaptureOfAnother) {
  Optimized plain("sgd"), with_velocity("with-velocity");
  expect_error("CAPTURE_MISMATCH", {"optimiser"},
               [&] { plain.experiment.restore(with_velocity.experiment.capture()); });
  expect_error("CAPTURE_MISMATCH", {"optimiser"},
               [&] { with_velocity.experiment.restore(plain.experiment.capture()); });
  Optimized with_inertia("with-inertia");
  expect_error("CAPTURE_MISMATCH", {"optimiser"},
               [&] { with_inertia.experiment.restore(with_velocity.experiment.capture()); });
}

}  // namespace
}  // namespace minifactory
