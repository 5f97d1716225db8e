#include "operations/dropout.hpp"

#include "error.hpp"
#include "name_table.hpp"
#include "numerics/elementwise.hpp"

namespace minifactory {
namespace {

constexpr Named<Dropout::Form> kForms[] = {{"course", Dropout::Form::kCourse},
                                           {"inverted", Dropout::Form::kInverted}};

/// output = mask ∘ values · factor
void apply_mask(ConstView mask, ConstView values, double factor, View output) {
  using simd::Pair;
  map_two(mask, values, output,
          [factor = simd::splat(factor)](Pair kept, Pair value) { return kept * factor * value; });
}

}  // namespace

Dropout::Dropout(double keep, Form form) : keep_(keep), form_(form) {
  if (!(keep > 0.0 && keep <= 1.0)) {
    throw Error("OUT_OF_RANGE", "Dropout keeps a share of the elements above 0, and at most 1.");
  }
}

std::vector<NamedMatrix> Dropout::internals() const {
  if (mode() == Mode::kInference) return {};
  return {{"mask", *mask_}};
}

void Dropout::compute_output(ConstView input, View output) const {
  output = factor(Mode::kInference) * input;
}

void Dropout::compute_training_output(ConstView input, View output, RandomState& random) {
  View mask = mask_buffer_.shaped(input.rows(), input.cols());
  for (double* element = mask.data(); element != mask.data() + mask.size(); ++element) {
    *element = random.uniform() < keep_ ? 1.0 : 0.0;
  }
  mask_.emplace(read_only(mask));
  apply_mask(*mask_, input, factor(Mode::kTraining), output);
}

void Dropout::compute_input_gradient(ConstView output_gradient, View input_gradient) const {
  if (mode() == Mode::kTraining) {
    apply_mask(*mask_, output_gradient, factor(Mode::kTraining), input_gradient);
  } else {
    input_gradient = factor(Mode::kInference) * output_gradient;
  }
}

double Dropout::factor(Mode mode) const {
  if (form_ == Form::kCourse) return mode == Mode::kTraining ? 1.0 : keep_;
  return mode == Mode::kTraining ? 1.0 / keep_ : 1.0;
}

Dropout::Form dropout_form_named(std::string_view name) {
  return entry_named(kForms, name, "form of dropout").value;
}

}  // namespace minifactory
