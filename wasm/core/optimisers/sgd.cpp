#include "optimisers/sgd.hpp"

#include "numerics/simd.hpp"

namespace minifactory {
namespace {

using simd::Pair;
using simd::splat;

/// Whether parameter − rate · gradient is finite everywhere: 0 times a finite number is 0, 0 times
/// anything else is not, and the sum tells. (`parameter` and `gradient` have `size` numbers each.)
bool stays_finite(const double* parameter, const double* gradient, Index size, double rate) {
  const auto zero_if_finite = [&](Index i) {
    return splat(0.0) * (simd::load(parameter + i) - splat(rate) * simd::load(gradient + i));
  };
  // Two sums, so that the processor need not wait for one addition before the next.
  Pair even = {}, odd = {};
  Index i = 0;
  for (; i + 4 <= size; i += 4) {
    even += zero_if_finite(i);
    odd += zero_if_finite(i + 2);
  }
  const Pair sums = even + odd;
  double sum = sums[0] + sums[1];
  for (; i < size; ++i) sum += 0.0 * (parameter[i] - rate * gradient[i]);
  return sum == 0.0;
}

/// parameter ← parameter − rate · gradient
void descend(double* parameter, const double* gradient, Index size, double rate) {
  Index i = 0;
  for (; i + 2 <= size; i += 2) {
    simd::store(parameter + i, simd::load(parameter + i) - splat(rate) * simd::load(gradient + i));
  }
  if (i < size) parameter[i] -= rate * gradient[i];
}

}  // namespace

bool SGD::step(NeuralNetwork& network) {
  for (const Parameter* parameter : network.parameters()) {
    if (!stays_finite(parameter->value.data(), parameter->gradient.data(), parameter->value.size(),
                      learning_rate())) {
      return false;
    }
  }
  for (Parameter* parameter : network.parameters()) {
    descend(parameter->value.data(), parameter->gradient.data(), parameter->value.size(),
            learning_rate());
  }
  return true;
}

}  // namespace minifactory
