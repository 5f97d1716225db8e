#include "operations/dropout.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "expect_error.hpp"
#include "layers/registry.hpp"
#include "optimisers/registry.hpp"
#include "random_matrix.hpp"
#include "same_bits.hpp"
#include "small_experiment.hpp"

namespace minifactory {
namespace {

constexpr Index kRows = 200;
constexpr Index kColumns = 50;
constexpr std::uint32_t kSeed = 11;

Matrix train_forward(Dropout& dropout, const Matrix& input) {
  RandomState random(kSeed);
  return dropout.forward(view(input), ForwardContext::training(random));
}

TEST(Dropout, KeepsWhereAUniformNumberIsBelowTheShareRowByRow) {
  const Matrix input = random_matrix(kRows, kColumns, 3);
  RandomState random(kSeed);
  Matrix kept(kRows, kColumns);
  for (Index row = 0; row < kRows; ++row) {
    for (Index column = 0; column < kColumns; ++column) {
      kept(row, column) = random.uniform() < 0.7 ? 1.0 : 0.0;
    }
  }
  EXPECT_NEAR(kept.mean(), 0.7, 0.01);

  Dropout course(0.7, Dropout::Form::kCourse);
  EXPECT_EQ(train_forward(course, input), kept.cwiseProduct(input));
  ASSERT_EQ(course.internals().size(), 1U);
  EXPECT_EQ(course.internals()[0].name, "mask");
  EXPECT_EQ(course.internals()[0].value, kept);

  Dropout inverted(0.7, Dropout::Form::kInverted);
  EXPECT_EQ(train_forward(inverted, input), (kept * (1.0 / 0.7)).cwiseProduct(input));
}

TEST(Dropout, SendsTheGradientBackThroughTheSameMask) {
  const Matrix input = Matrix::Ones(kRows, kColumns);
  const Matrix gradient = random_matrix(kRows, kColumns, 4);
  for (const Dropout::Form form : {Dropout::Form::kCourse, Dropout::Form::kInverted}) {
    Dropout dropout(0.6, form);
    const Matrix slopes = train_forward(dropout, input);  // of ones: the slopes themselves
    EXPECT_EQ(Matrix(dropout.backward(view(gradient))), slopes.cwiseProduct(gradient));
  }
}

TEST(Dropout, DropsNothingInInference) {
  const Matrix input = random_matrix(kRows, kColumns, 3);
  Dropout course(0.7, Dropout::Form::kCourse);
  EXPECT_EQ(Matrix(course.forward(view(input))), 0.7 * input);
  EXPECT_EQ(Matrix(course.backward(view(input))), 0.7 * input);
  EXPECT_TRUE(course.internals().empty());
  Dropout inverted(0.7, Dropout::Form::kInverted);
  EXPECT_TRUE(same_bits(Matrix(inverted.forward(view(input))), input));
  EXPECT_TRUE(same_bits(Matrix(inverted.backward(view(input))), input));
}

TEST(Dropout, ThatKeepsAllChangesNothing) {
  const Matrix input = random_matrix(kRows, kColumns, 3);
  for (const Dropout::Form form : {Dropout::Form::kCourse, Dropout::Form::kInverted}) {
    Dropout dropout(1.0, form);
    EXPECT_TRUE(same_bits(train_forward(dropout, input), input));
  }
}

TEST(Dropout, WantsAShareAbove0AndAtMost1) {
  for (const double keep : {0.0, -0.5, 1.5, std::numeric_limits<double>::quiet_NaN()}) {
    expect_error("OUT_OF_RANGE", {"share"}, [&] { Dropout(keep, Dropout::Form::kCourse); });
  }
  expect_error("UNKNOWN_NAME", {"\"outverted\"", "course", "inverted"},
               [] { dropout_form_named("outverted"); });
}

/// A small experiment with dropout in the middle.
struct WithDropout {
  WithDropout()
      : table(raw_table()),
        experiment(view(table.features), view(table.targets), small_experiment_plan().data,
                   small_experiment_plan().training, network(),
                   make_optimizer({"sgd", Settings().with_number("learningRate", 0.02)})) {}

  static NeuralNetwork network() {
    const Settings hidden = Settings().with_number("units", 6.0).with_text("activation", "tanh");
    const Settings output = Settings().with_number("units", 1.0).with_text("activation", "linear");
    return make_network(
        3, {{"dense", hidden}, {"dropout", Settings().with_number("keep", 0.5)}, {"dense", output}},
        {"mean-squared-error", {}});
  }

  const Examples table;
  Experiment experiment;
};

TEST(DropoutInTraining, IsTheSameHoweverOftenSomebodyLooks) {
  WithDropout watched, left_alone;
  for (int batch = 0; batch < 10; ++batch) {
    watched.experiment.predict(view(watched.table.features));
    watched.experiment.trace(watched.experiment.next_rows(), Mode::kTraining);
    watched.experiment.trainer().train_batches(1);
    left_alone.experiment.trainer().train_batches(1);
    ASSERT_EQ(watched.experiment.capture(), left_alone.experiment.capture());
  }
}

TEST(DropoutInTraining, GoesOnExactlyFromACapture) {
  WithDropout whole, restored;
  whole.experiment.trainer().train_batches(7);
  restored.experiment.restore(whole.experiment.capture());
  whole.experiment.trainer().train_batches(9);
  restored.experiment.trainer().train_batches(9);
  EXPECT_EQ(restored.experiment.capture(), whole.experiment.capture());
}

TEST(DropoutInTraining, ShowsTheMaskOfTheNextBatch) {
  WithDropout run;
  const Trace trace = run.experiment.trace(run.experiment.next_rows(), Mode::kTraining);
  const OperationTrace& traced = trace.operations[3];
  ASSERT_EQ(traced.internals.size(), 1U);
  EXPECT_EQ(traced.output, (2.0 * traced.internals[0].value).cwiseProduct(traced.input));
  run.experiment.trainer().train_batches(1);
  EXPECT_TRUE(same_bits(trace.update.parameters, parameters_of(run.experiment.network())));
}

}  // namespace
}  // namespace minifactory
