#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "losses/loss.hpp"
#include "name_table.hpp"

namespace minifactory {

/// What stands before P − y in the gradient of the squared error.
enum class GradientScale {
  kMean,     ///< 2 / rows: the gradient of the mean, as in chapter 3.
  kSum,      ///< 2: the gradient of the sum, as in chapter 2's linear regression.
  kHalfSum,  ///< 1: half of that, as in chapter 2's network, which leaves the 2 out.
};

/// mean, sum, half-sum
Names gradient_scale_names();

/// Error UNKNOWN_NAME.
GradientScale gradient_scale_named(std::string_view name);

/// L = Σ(P − y)² / rows. The loss is always the mean; only its gradient can be scaled otherwise.
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
