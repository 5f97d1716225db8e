#include "training/initialisation.hpp"

#include <array>
#include <cmath>

#include "name_table.hpp"

namespace minifactory {
namespace {

constexpr std::array<Named<WeightInitialisation>, 3> kInitialisations{{
    {"standard-normal", WeightInitialisation::kStandardNormal},
    {"glorot-normal", WeightInitialisation::kGlorotNormal},
    {"he-normal", WeightInitialisation::kHeNormal},
}};

/// The standard deviation of initial weights (inputs, units).
double deviation(WeightInitialisation initialisation, Index inputs, Index units) {
  switch (initialisation) {
    case WeightInitialisation::kStandardNormal:
      return 1.0;
    case WeightInitialisation::kGlorotNormal:
      return std::sqrt(2.0 / static_cast<double>(inputs + units));
    case WeightInitialisation::kHeNormal:
      return std::sqrt(2.0 / static_cast<double>(inputs));
  }
  return 0.0;
}

}  // namespace

Names weight_initialisation_names() { return names_of(kInitialisations); }

WeightInitialisation weight_initialisation_named(std::string_view name) {
  return entry_named(kInitialisations, name, "weight initialisation").value;
}

void draw_parameters(Layer& layer, WeightInitialisation initialisation, RandomState& random) {
  for (Parameter* parameter : layer.parameters()) {
    Matrix& value = parameter->value;
    const bool is_bias = parameter->row_axis == Axis::kSingle;
    if (is_bias && initialisation != WeightInitialisation::kStandardNormal) {
      value.setZero();
      continue;
    }
    random.fill_randn(writable(value));
    value *= deviation(initialisation, value.rows(), value.cols());
  }
}

}  // namespace minifactory
