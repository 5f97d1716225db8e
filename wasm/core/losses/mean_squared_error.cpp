#include "losses/mean_squared_error.hpp"

#include <array>

#include "name_table.hpp"

namespace minifactory {
namespace {

constexpr std::array<Named<GradientScale>, 3> kGradientScales{{
    {"mean", GradientScale::kMean},
    {"sum", GradientScale::kSum},
    {"half-sum", GradientScale::kHalfSum},
}};

double factor(GradientScale scale, Index rows) {
  switch (scale) {
    case GradientScale::kMean:
      return 2.0 / static_cast<double>(rows);
    case GradientScale::kSum:
      return 2.0;
    case GradientScale::kHalfSum:
      return 1.0;
  }
  return 0.0;
}

}  // namespace

Names gradient_scale_names() { return names_of(kGradientScales); }

GradientScale gradient_scale_named(std::string_view name) {
  return entry_named(kGradientScales, name, "gradient scale").value;
}

double MeanSquaredError::compute_loss(ConstView predictions, ConstView targets) const {
  // Not Eigen's sum: its order, and so the last bits, depend on the machine.
  double sum = 0.0;
  for (Index i = 0; i < predictions.size(); ++i) {
    const double error = predictions.data()[i] - targets.data()[i];
    sum += error * error;
  }
  return sum / static_cast<double>(predictions.rows());
}

double MeanSquaredError::compute_objective(ConstView predictions, ConstView targets) const {
  return factor(scale_, predictions.rows()) / 2.0 * (predictions - targets).squaredNorm();
}

void MeanSquaredError::compute_gradient(ConstView predictions, ConstView targets,
                                        View gradient) const {
  gradient = factor(scale_, predictions.rows()) * (predictions - targets);
}

}  // namespace minifactory
