#pragma once

#include <string_view>

#include "losses/loss.hpp"
#include "name_table.hpp"

namespace minifactory {

/// The factor before P − y in the gradient of the squared error.
enum class GradientScale {
  kMean,     ///< 2 / rows: the gradient of the mean, as in chapter 3.
  kSum,      ///< 2: the gradient of the sum, as in chapter 2's linear regression.
  kHalfSum,  ///< 1: the gradient of half the sum, as in chapter 2's network, which omits the 2.
};

/// The names of the gradient scales in recipes: mean, sum, half-sum.
Names gradient_scale_names();

/// The gradient scale of that name. Error UNKNOWN_NAME.
GradientScale gradient_scale_named(std::string_view name);

/// L = Σ(P − y)² / rows. The scale applies to the gradient only; the loss is always the mean.
class MeanSquaredError final : public Loss {
 public:
  explicit MeanSquaredError(GradientScale scale = GradientScale::kMean) : scale_(scale) {}

 protected:
  double compute_loss(ConstView predictions, ConstView targets) const override;
  double compute_objective(ConstView predictions, ConstView targets) const override;
  void compute_gradient(ConstView predictions, ConstView targets, View gradient) const override;

 private:
  GradientScale scale_;
};

}  // namespace minifactory
