// A network of the caller's own parts: an operation with two parameters, one that draws random
// numbers, a layer without parameters. All functions of a run work with them.

#include <gtest/gtest.h>

#include "expect_error.hpp"
#include "losses/mean_squared_error.hpp"
#include "operations/bias_add.hpp"
#include "operations/tanh.hpp"
#include "operations/weight_multiply.hpp"
#include "optimisers/sgd.hpp"
#include "small_experiment.hpp"
#include "test_parts.hpp"

namespace minifactory {
namespace {

/// Parameters: W (3, 4), G (1, 4) and H (1, 4); none; W (4, 1), B (1, 1).
NeuralNetwork own_network() {
  return network_of_layers(
      std::make_unique<MeanSquaredError>(),
      std::make_unique<LayerOf>(std::make_unique<WeightMultiply>(3, 4),
                                std::make_unique<ScaleAndShift>(4)),
      std::make_unique<LayerOf>(std::make_unique<Tanh>(), std::make_unique<RandomMask>()),
      std::make_unique<LayerOf>(std::make_unique<WeightMultiply>(4, 1),
                                std::make_unique<BiasAdd>(1)));
}

struct OwnExperiment {
  const Examples table = raw_table();
  Experiment experiment{view(table.features),
                        view(table.targets),
                        small_experiment_plan().data,
                        small_experiment_plan().training,
                        own_network(),
                        std::make_unique<SGD>(0.02)};

  void train(Index batches) {
    for (Index i = 0; i < batches; ++i) experiment.trainer().train_batches(1);
  }
};

TEST(OwnParts, HaveTheirParametersInOneFlatList) {
  NeuralNetwork network = own_network();
  std::string symbols;
  for (const Parameter* parameter : network.parameters()) symbols += parameter->symbol;
  EXPECT_EQ(symbols, "WGHWB");
  EXPECT_TRUE(network.layers()[1]->parameters().empty());
  EXPECT_EQ(network.layers()[1]->output_columns(4), 4);
  EXPECT_EQ(network.parameter_count(), 12 + 4 + 4 + 4 + 1);
}

TEST(OwnParts, Train) {
  OwnExperiment own;
  const double before = own.experiment.metrics(RowSet::kTraining).mse;
  const std::vector<Matrix> parameters = parameters_of(own.experiment.network());
  own.train(24);
  EXPECT_EQ(own.experiment.trainer().status(), TrainingStatus::kFinished);
  EXPECT_LT(own.experiment.metrics(RowSet::kTraining).mse, before);
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    EXPECT_NE(own.experiment.network().parameters()[i]->value, parameters[i]) << i;
  }
}

TEST(OwnParts, AreCapturedAndRestored) {
  OwnExperiment whole, restored;
  whole.train(9);
  restored.experiment.restore(whole.experiment.capture());
  whole.train(7);
  restored.train(7);
  EXPECT_EQ(restored.experiment.capture(), whole.experiment.capture());

  SmallExperiment dense;
  expect_error("CAPTURE_MISMATCH", {"network"},
               [&] { dense.experiment.restore(whole.experiment.capture()); });
}

TEST(OwnParts, PassTheGradientCheck) {
  OwnExperiment own;
  GradientComparer comparer = own.experiment.gradient_comparer({3, 41, 7});
  for (Index place = 0; place < 5; ++place) {
    const Parameter& parameter =
        *own.experiment.network().parameters()[static_cast<std::size_t>(place)];
    const GradientComparison comparison = comparer.compare(place, 0, parameter.value.size(), 1e-5);
    for (std::size_t i = 0; i < comparison.analytic.size(); ++i) {
      EXPECT_NEAR(comparison.analytic[i], comparison.numeric[i], 1e-6) << parameter.symbol << i;
    }
  }
}

TEST(OwnParts, AreTraced) {
  OwnExperiment own;
  const Trace trace = own.experiment.trace({3, 41, 7});
  ASSERT_EQ(trace.operations.size(), 6U);
  ASSERT_EQ(trace.parameters.size(), 5U);
  EXPECT_EQ(trace.parameters[1], own.experiment.network().parameters()[1]->value);
  EXPECT_EQ(trace.gradients[2], own.experiment.network().parameters()[2]->gradient);
}

TEST(OwnParts, AcceptNewParameterValues) {
  OwnExperiment own;
  std::vector<double> numbers(25);
  for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = static_cast<double>(i);
  own.experiment.set_parameters(numbers);
  EXPECT_EQ(own.experiment.network().parameters()[2]->value(0, 3), 19.0);
}

TEST(OwnParts, DrawNothingInInference) {
  OwnExperiment own;
  const Trace trace = own.experiment.trace({3, 41, 7});
  EXPECT_EQ(trace.operations[3].output, trace.operations[3].input);
  EXPECT_EQ(trace.operations[3].input_gradient, trace.operations[3].output_gradient);
  EXPECT_TRUE(trace.operations[3].internals.empty());
  EXPECT_TRUE(same_bits(own.experiment.trace({3, 41, 7}).predictions, trace.predictions));
}

TEST(OwnParts, AreTracedExactlyAsTheNextBatchRuns) {
  OwnExperiment own;
  // Across the ends of epochs, where the shuffle draws random numbers before the mask.
  for (int batch = 0; batch < 15; ++batch) {
    const Trace trace = own.experiment.trace(own.experiment.next_rows(), Mode::kTraining);
    ASSERT_EQ(trace.operations[3].internals.size(), 1U);
    const NamedMatrix& mask = trace.operations[3].internals[0];
    EXPECT_EQ(mask.name, "mask");
    EXPECT_TRUE(
        same_bits(trace.operations[3].output, trace.operations[3].input.cwiseProduct(mask.value)));

    own.train(1);
    EXPECT_TRUE(same_bits(own.experiment.trainer().batch_loss(), trace.loss)) << "batch " << batch;
    EXPECT_TRUE(same_bits(own.experiment.network().parameters()[0]->gradient, trace.gradients[0]))
        << "batch " << batch;
  }
}

TEST(OwnParts, AreCheckedWithOneMaskForAllPasses) {
  OwnExperiment own;
  const std::vector<std::int32_t> rows = own.experiment.next_rows();
  const Trace trace = own.experiment.trace(rows, Mode::kTraining);
  const GradientComparison comparison =
      own.experiment.gradient_comparer(rows).compare(0, 0, 12, 1e-5);
  for (std::size_t i = 0; i < 12; ++i) {
    EXPECT_EQ(comparison.analytic[i], trace.gradients[0].data()[i]);
  }
}

/// Calls all functions that only look at a run.
void look_at(Experiment& experiment) {
  const std::vector<std::int32_t> rows = experiment.next_rows();
  experiment.predictions(RowSet::kTest);
  experiment.predict(view(Matrix::Ones(2, 3)));
  experiment.metrics(RowSet::kTraining);
  experiment.partial_dependence(1, -1.0, 1.0, 5);
  experiment.activations(rows);
  experiment.trace(rows);
  experiment.trace(rows, Mode::kTraining);
  experiment.trace({0, 1, 2}, Mode::kTraining);
  experiment.gradient_comparer(rows).compare(1, 0, 2, 1e-5);
  experiment.gradient_comparer(rows).compare(GradientComparer::kFeatures, 0, 2, 1e-5);
  experiment.gradient_comparer({5}).objective_around(0, 3, {-0.1, 0.0, 0.1});
  experiment.capture();
}

TEST(OwnParts, TrainTheSameAfterAnyNumberOfLooks) {
  OwnExperiment looked_at, left_alone;
  for (int batch = 0; batch < 24; ++batch) {
    look_at(looked_at.experiment);
    looked_at.train(1);
    left_alone.train(1);
    ASSERT_EQ(looked_at.experiment.capture(), left_alone.experiment.capture()) << "batch " << batch;
  }
  EXPECT_EQ(left_alone.experiment.trainer().status(), TrainingStatus::kFinished);
}

}  // namespace
}  // namespace minifactory
