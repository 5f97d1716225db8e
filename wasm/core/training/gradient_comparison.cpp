#include "training/gradient_comparison.hpp"

#include <utility>

#include "error.hpp"
#include "functions/functions.hpp"

namespace minifactory {

GradientComparer::GradientComparer(NeuralNetwork& network, Matrix features, Matrix targets,
                                   RandomState random)
    : network_(network),
      features_(std::move(features)),
      targets_(std::move(targets)),
      random_(random) {}

GradientComparison GradientComparer::compare(Index place, Index first, Index count, double step) {
  check_elements(place, first, count);
  check_step(step);
  objective();
  const Matrix features_gradient =
      copy_of(network_.backward(network_.loss().backward(), InputGradient::kCompute));
  const Matrix analytic = place == kFeatures
                              ? features_gradient
                              : network_.parameters()[static_cast<std::size_t>(place)]->gradient;

  GradientComparison comparison;
  for (Index element = first; element < first + count; ++element) {
    const std::vector<double> sides = objective_around(place, element, {step, -step});
    comparison.analytic.push_back(analytic.data()[element]);
    comparison.numeric.push_back((sides[0] - sides[1]) / (2.0 * step));
  }
  return comparison;
}

std::vector<double> GradientComparer::objective_around(Index place, Index element,
                                                       const std::vector<double>& offsets) {
  check_elements(place, element, 1);
  double& number = numbers(place).data()[element];
  const double original = number;
  std::vector<double> values;
  for (const double offset : offsets) {
    number = original + offset;
    values.push_back(objective());
  }
  number = original;
  return values;
}

View GradientComparer::numbers(Index place) {
  if (place == kFeatures) return writable(features_);
  return writable(network_.parameters()[static_cast<std::size_t>(place)]->value);
}

void GradientComparer::check_elements(Index place, Index first, Index count) {
  const auto places = static_cast<Index>(network_.parameters().size());
  if (place < kFeatures || place >= places) {
    throw Error("OUT_OF_RANGE",
                {"There is no parameter ", place, "; there are ", places, ", counted from 0."});
  }
  const Index size = numbers(place).size();
  if (first < 0 || count < 0 || first > size - count) {
    throw Error("OUT_OF_RANGE", {"There are no ", count, " elements from ", first,
                                 " on; there are ", size, ", counted from 0."});
  }
}

double GradientComparer::objective() {
  RandomState random = random_;
  const ConstView predictions = network_.forward(view(features_), ForwardContext::training(random));
  network_.loss().forward(predictions, view(targets_));
  return network_.loss().objective();
}

}  // namespace minifactory
