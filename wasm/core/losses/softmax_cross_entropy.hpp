#pragma once

#include <string_view>

#include "losses/loss.hpp"
#include "name_table.hpp"

namespace minifactory {

/// How the cross-entropy is computed from the probabilities p.
enum class CrossEntropyForm {
  kUsual,          ///< Σ −y·ln p / rows.
  kAsInTheCourse,  ///< Σ (−y·ln p − (1 − y)·ln(1 − p)) / rows, p clipped to [1e-9, 1 − 1e-9].
};

/// The names of the forms in recipes: usual, as-in-the-course.
Names cross_entropy_form_names();

/// The form of that name. Error UNKNOWN_NAME.
CrossEntropyForm cross_entropy_form_named(std::string_view name);

/// The cross-entropy of targets y and probabilities p = softmax(P), row by row. Predictions and
/// targets (rows, classes); every row of targets holds probabilities, which add up to 1.
///
/// Both forms have the gradient (p − y) / rows. It belongs to the usual form. The course's form
/// prints a second term and leaves its gradient out, so that a gradient check of it fails.
class SoftmaxCrossEntropy final : public Loss {
 public:
  explicit SoftmaxCrossEntropy(CrossEntropyForm form = CrossEntropyForm::kUsual) : form_(form) {}

 protected:
  double compute_loss(ConstView predictions, ConstView targets) const override;
  void compute_gradient(ConstView predictions, ConstView targets, View gradient) const override;

 private:
  CrossEntropyForm form_;
};

}  // namespace minifactory
