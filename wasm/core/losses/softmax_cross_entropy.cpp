#include "losses/softmax_cross_entropy.hpp"

#include <algorithm>
#include <array>

#include "numerics/logarithm.hpp"
#include "numerics/softmax.hpp"

namespace minifactory {
namespace {

constexpr std::array<Named<CrossEntropyForm>, 2> kForms{{
    {"usual", CrossEntropyForm::kUsual},
    {"as-in-the-course", CrossEntropyForm::kAsInTheCourse},
}};

/// Keeps the logarithms of p and 1 − p finite.
double clipped(double p) {
  constexpr double kLeast = 1e-9;
  return std::clamp(p, kLeast, 1.0 - kLeast);
}

/// Σ −y·ln p over one row. A class with target 0 adds nothing, even where ln p is not finite.
double usual_loss(const double* scores, const double* targets, Index classes) {
  const ExponentialSum row = ExponentialSum::of(scores, classes);
  double loss = 0.0;
  for (Index c = 0; c < classes; ++c) {
    if (targets[c] != 0.0) loss += targets[c] * row.minus_log_share(scores[c]);
  }
  return loss;
}

/// Σ (−y·ln p − (1 − y)·ln(1 − p)) over one row.
double course_loss(const double* scores, const double* targets, Index classes) {
  const ExponentialSum row = ExponentialSum::of(scores, classes);
  double loss = 0.0;
  for (Index c = 0; c < classes; ++c) {
    const double p = clipped(row.share(scores[c]));
    loss += -targets[c] * simd::logarithm(p) - (1.0 - targets[c]) * simd::logarithm(1.0 - p);
  }
  return loss;
}

}  // namespace

Names cross_entropy_form_names() { return names_of(kForms); }

CrossEntropyForm cross_entropy_form_named(std::string_view name) {
  return entry_named(kForms, name, "form of the cross-entropy").value;
}

double SoftmaxCrossEntropy::compute_loss(ConstView predictions, ConstView targets) const {
  const auto of_row = form_ == CrossEntropyForm::kUsual ? usual_loss : course_loss;
  const Index classes = predictions.cols();
  double sum = 0.0;
  for (Index r = 0; r < predictions.rows(); ++r) {
    sum += of_row(predictions.data() + r * classes, targets.data() + r * classes, classes);
  }
  return sum / static_cast<double>(predictions.rows());
}

void SoftmaxCrossEntropy::compute_gradient(ConstView predictions, ConstView targets,
                                           View gradient) const {
  const auto rows = static_cast<double>(predictions.rows());
  softmax_rows(predictions, gradient);
  if (form_ == CrossEntropyForm::kAsInTheCourse) gradient = gradient.unaryExpr(&clipped);
  gradient = (gradient - targets) / rows;
}

}  // namespace minifactory
