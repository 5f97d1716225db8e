#pragma once

#include <string_view>

#include "operations/operation.hpp"

namespace minifactory {

/// Sets elements to 0 at random in training, so that no unit can rely on a single other one. Each
/// element is kept with the probability `keep`. So that the sums after it stay the same on average,
/// either every element is multiplied by `keep` in inference (the course's form), or those that are
/// kept are divided by `keep` in training (the inverted form, which most libraries have).
class Dropout final : public Operation {
 public:
  enum class Form { kCourse, kInverted };
  static constexpr double kKeep = 0.8;

  /// Error OUT_OF_RANGE unless 0 < keep ≤ 1.
  explicit Dropout(double keep = kKeep, Form form = Form::kInverted);

  std::string_view kind() const override { return "Dropout"; }
  Role role() const override { return Role::kRegulariser; }
  /// After a training pass the mask: 1 where an element was kept, 0 where it was dropped.
  std::vector<NamedMatrix> internals() const override;

 protected:
  void compute_output(ConstView input, View output) const override;
  /// Draws a uniform number for each element, row by row.
  void compute_training_output(ConstView input, View output, RandomState& random) override;
  void compute_input_gradient(ConstView output_gradient, View input_gradient) const override;

 private:
  /// What an element is multiplied by if it is not dropped.
  double factor(Mode mode) const;

  double keep_;
  Form form_;
  Buffer mask_buffer_;
  std::optional<ConstView> mask_;
};

/// course, inverted. Error UNKNOWN_NAME.
Dropout::Form dropout_form_named(std::string_view name);

}  // namespace minifactory
