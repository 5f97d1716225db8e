#include "losses/softmax_cross_entropy.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "expect_error.hpp"
#include "gradient_check.hpp"
#include "numerics/softmax.hpp"
#include "random_matrix.hpp"

namespace minifactory {
namespace {

Matrix softmax(const Matrix& scores) {
  Matrix shares(scores.rows(), scores.cols());
  softmax_rows(view(scores), writable(shares));
  return shares;
}

double loss_of(const Matrix& predictions, const Matrix& targets,
               CrossEntropyForm form = CrossEntropyForm::kUsual) {
  return SoftmaxCrossEntropy(form).forward(view(predictions), view(targets));
}

TEST(Softmax, SharesOutEachRow) {
  const Matrix scores = random_matrix(9, 5, 1) * 10.0;
  const Matrix shares = softmax(scores);
  for (Index row = 0; row < 9; ++row) {
    const double sum = scores.row(row).array().exp().sum();
    EXPECT_NEAR(shares.row(row).sum(), 1.0, 1e-15);
    for (Index c = 0; c < 5; ++c)
      EXPECT_NEAR(shares(row, c), std::exp(scores(row, c)) / sum, 1e-15);
  }
}

TEST(Softmax, DoesNotOverflow) {
  const Matrix shares = softmax((Matrix(2, 2) << 1e6, 1e6, -1e6, 1e6).finished());
  EXPECT_EQ(shares(0, 0), 0.5);
  EXPECT_EQ(shares(1, 1), 1.0);
  EXPECT_LT(shares(1, 0), 1e-300);
}

TEST(SoftmaxCrossEntropy, IsTheMeanOfMinusTheLogarithmOfTheTargetsProbability) {
  // p = 1/4, 3/4 and 1/2, 1/2.
  const Matrix predictions = (Matrix(2, 2) << 0.0, std::log(3.0), 7.0, 7.0).finished();
  const Matrix targets = (Matrix(2, 2) << 1, 0, 0, 1).finished();
  EXPECT_DOUBLE_EQ(loss_of(predictions, targets), (std::log(4.0) + std::log(2.0)) / 2.0);
  // With two classes, the second term of the course's form equals the first.
  EXPECT_DOUBLE_EQ(loss_of(predictions, targets, CrossEntropyForm::kAsInTheCourse),
                   std::log(4.0) + std::log(2.0));
}

TEST(SoftmaxCrossEntropy, HasTheSameGradientInBothForms) {
  const Matrix predictions = random_matrix(6, 4, 1);
  const Matrix targets = random_one_hot(6, 4, 2);
  const Matrix expected = (softmax(predictions) - targets) / 6.0;
  for (const auto form : {CrossEntropyForm::kUsual, CrossEntropyForm::kAsInTheCourse}) {
    SoftmaxCrossEntropy loss(form);
    loss.forward(view(predictions), view(targets));
    EXPECT_LT((Matrix(loss.backward()) - expected).cwiseAbs().maxCoeff(), 1e-16);
  }
}

TEST(SoftmaxCrossEntropy, FailsTheGradientCheckAsInTheCourse) {
  const Matrix predictions = random_matrix(6, 4, 1);
  const Matrix targets = random_one_hot(6, 4, 2);
  SoftmaxCrossEntropy usual;
  EXPECT_TRUE(check_loss(usual, predictions, targets).passes());
  SoftmaxCrossEntropy course(CrossEntropyForm::kAsInTheCourse);
  const GradientCheck check = check_loss(course, predictions, targets);
  EXPECT_FALSE(check.passes());
  EXPECT_GT(check.relative_error(), 0.1) << check.worst();
  const double printed = course.forward(view(predictions), view(targets));
  EXPECT_EQ(course.objective(), printed) << "the gradient check sees the printed loss";
}

TEST(SoftmaxCrossEntropy, TakesTargetsThatAreProbabilities) {
  SoftmaxCrossEntropy loss;
  const Matrix targets = softmax(random_matrix(5, 3, 2));
  EXPECT_TRUE(check_loss(loss, random_matrix(5, 3, 1), targets).passes());
}

TEST(SoftmaxCrossEntropy, StaysFiniteForExtremePredictions) {
  const Matrix targets = (Matrix(1, 2) << 1, 0).finished();
  const Matrix wrong = (Matrix(1, 2) << -1e4, 1e4).finished();
  EXPECT_EQ(loss_of(wrong, targets), 2e4);
  EXPECT_EQ(loss_of(-wrong, targets), 0.0);
  EXPECT_NEAR(loss_of(wrong, targets, CrossEntropyForm::kAsInTheCourse), -2.0 * std::log(1e-9),
              1e-6);
  EXPECT_NEAR(loss_of(-wrong, targets, CrossEntropyForm::kAsInTheCourse), 2e-9, 1e-15);
}

TEST(SoftmaxCrossEntropy, IsNotFiniteForPredictionsThatAreNot) {
  const Matrix targets = (Matrix(1, 2) << 1, 0).finished();
  for (const double number :
       {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
    for (const Index place : {0, 1}) {
      Matrix predictions = Matrix::Zero(1, 2);
      predictions(0, place) = number;
      for (const auto form : {CrossEntropyForm::kUsual, CrossEntropyForm::kAsInTheCourse}) {
        EXPECT_FALSE(std::isfinite(loss_of(predictions, targets, form))) << number << " " << place;
      }
    }
  }
}

TEST(SoftmaxCrossEntropy, KnowsItsFormsByName) {
  EXPECT_EQ(cross_entropy_form_names(), (Names{"usual", "as-in-the-course"}));
  EXPECT_EQ(cross_entropy_form_named("as-in-the-course"), CrossEntropyForm::kAsInTheCourse);
  expect_error("UNKNOWN_NAME", {"\"book\"", "usual"}, [] { cross_entropy_form_named("book"); });
}

}  // namespace
}  // namespace minifactory
