#include "training/trace.hpp"

#include <gtest/gtest.h>

#include "expect_error.hpp"
#include "small_experiment.hpp"

namespace minifactory {
namespace {

const std::vector<std::int32_t> kRows = {3, 41, 7};

void train(SmallExperiment& small, Index batches) {
  for (Index i = 0; i < batches; ++i) small.experiment.trainer().train_batches(1);
}

TEST(Trace, PassesOutputsForwardAndGradientsBackward) {
  SmallExperiment small;
  train(small, 5);
  const Trace trace = small.experiment.trace(kRows);
  ASSERT_EQ(trace.operations.size(), 6U);
  EXPECT_EQ(trace.operations.front().input, small.experiment.data().examples(kRows).features);
  EXPECT_EQ(trace.operations.back().output, trace.predictions);
  EXPECT_EQ(trace.operations.back().output_gradient, trace.loss_gradient);
  for (std::size_t i = 1; i < trace.operations.size(); ++i) {
    EXPECT_EQ(trace.operations[i].input, trace.operations[i - 1].output);
    EXPECT_EQ(trace.operations[i - 1].output_gradient, trace.operations[i].input_gradient);
  }
}

TEST(Trace, FollowsTheFormulas) {
  SmallExperiment small;
  const Trace trace = small.experiment.trace(kRows);
  const OperationTrace& multiply = trace.operations[0];
  const OperationTrace& add = trace.operations[1];
  const Matrix& weights = trace.parameters[0];
  const Matrix& weights_gradient = trace.gradients[0];
  EXPECT_TRUE(multiply.output.isApprox(multiply.input * weights, 1e-13));
  EXPECT_TRUE(
      weights_gradient.isApprox(multiply.input.transpose() * multiply.output_gradient, 1e-13));
  EXPECT_TRUE(
      multiply.input_gradient.isApprox(multiply.output_gradient * weights.transpose(), 1e-13));
  EXPECT_TRUE(trace.gradients[1].isApprox(add.output_gradient.colwise().sum(), 1e-13));
  EXPECT_EQ(trace.parameters.size(), 4U);
  EXPECT_EQ(trace.update.parameters[0], weights - 0.02 * weights_gradient);
  EXPECT_DOUBLE_EQ(trace.loss, (trace.predictions - trace.targets).squaredNorm() / 3.0);
}

TEST(Trace, LeavesTrainingAsItWas) {
  SmallExperiment looked_at;
  SmallExperiment left_alone;
  for (int batch = 0; batch < 9; ++batch) {
    train(looked_at, 1);
    looked_at.experiment.trace(kRows);
    looked_at.experiment.next_rows();
    train(left_alone, 1);
  }
  EXPECT_EQ(looked_at.experiment.capture(), left_alone.experiment.capture());
}

TEST(Trace, RejectsMissingRows) {
  SmallExperiment small;
  expect_error("OUT_OF_RANGE", {"60"}, [&] { small.experiment.trace({0, 60}); });
}

TEST(NextRows, AreThoseTheNextBatchTrainsOn) {
  SmallExperiment small;
  for (int batch = 0; batch < 14; ++batch) {
    const std::vector<std::int32_t> rows = small.experiment.next_rows();
    const Trace expected = small.experiment.trace(rows);
    train(small, 1);
    EXPECT_EQ(small.experiment.network().parameters()[0]->gradient, expected.gradients[0])
        << "batch " << batch;
  }
}

TEST(SetParameters, ReplacesAllOrNone) {
  SmallExperiment small;
  const Index count = small.experiment.network().parameter_count();
  std::vector<double> parameters(static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < parameters.size(); ++i) parameters[i] = static_cast<double>(i);
  small.experiment.set_parameters(parameters);
  EXPECT_EQ(small.experiment.network().parameters()[0]->value(1, 2), 6.0);
  EXPECT_EQ(small.experiment.network().parameters()[3]->value(0, 0),
            static_cast<double>(count - 1));

  const std::vector<std::uint8_t> before = small.experiment.capture();
  expect_error("SHAPE_MISMATCH", {std::to_string(count)},
               [&] { small.experiment.set_parameters({1.0}); });
  parameters.back() = std::numeric_limits<double>::quiet_NaN();
  expect_error("NOT_FINITE", {}, [&] { small.experiment.set_parameters(parameters); });
  EXPECT_EQ(small.experiment.capture(), before);
}

}  // namespace
}  // namespace minifactory
