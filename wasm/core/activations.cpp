#include "activations.hpp"

#include <array>

#include "exponential.hpp"
#include "named.hpp"

namespace minifactory {
namespace {

using simd::both;
using simd::Pair;

/// output = function(input) for every element, two at a time, four pairs in flight.
template <typename PairFunction>
inline void map_pairs(ConstView input, View output, PairFunction function) {
  constexpr Index kPairs = 4;
  const double* from = input.data();
  double* to = output.data();
  const Index size = input.size();
  Index i = 0;
  for (; i + 2 * kPairs <= size; i += 2 * kPairs) {
    Pair values[kPairs];
    for (Index p = 0; p < kPairs; ++p) values[p] = simd::load(from + i + 2 * p);
    for (Index p = 0; p < kPairs; ++p) simd::store(to + i + 2 * p, function(values[p]));
  }
  for (; i < size; ++i) to[i] = function(both(from[i]))[0];
}

Pair sigmoid_pair(Pair x, const simd::ExponentialTable& table) {
  const simd::Exponential e = simd::exponential(-x, table);
  return both(1.0) / (both(1.0) + (e.scale + e.scale * e.rest));
}

/// (e²ˣ − 1) / (e²ˣ + 1), from e²ˣ − 1, which is accurate near 0.
Pair tanh_pair(Pair x, const simd::ExponentialTable& table) {
  const simd::Exponential e = simd::exponential(x + x, table);
  const Pair less_1 = e.scale * e.rest + (e.scale - both(1.0));
  return less_1 / (less_1 + both(2.0));
}

}  // namespace

void Sigmoid::compute_output(ConstView input, View output) const {
  map_pairs(input, output, [](Pair x) { return sigmoid_pair(x, simd::exponential_table); });
}

void Sigmoid::compute_input_gradient(ConstView output_gradient, View input_gradient) const {
  input_gradient.array() = output_gradient.array() * (output().array() * (1.0 - output().array()));
}

void Tanh::compute_output(ConstView input, View output) const {
  map_pairs(input, output, [](Pair x) { return tanh_pair(x, simd::exponential_table); });
}

void Tanh::compute_input_gradient(ConstView output_gradient, View input_gradient) const {
  input_gradient.array() = output_gradient.array() * (1.0 - output().array().square());
}

void Linear::compute_output(ConstView input, View output) const { output = input; }

void Linear::compute_input_gradient(ConstView output_gradient, View input_gradient) const {
  input_gradient = output_gradient;
}

void ReLU::compute_output(ConstView input, View output) const {
  output.array() = (input.array() <= 0.0).select(0.0, input.array());
}

void ReLU::compute_input_gradient(ConstView output_gradient, View input_gradient) const {
  input_gradient.array() = (input().array() <= 0.0).select(0.0, output_gradient.array());
}

void LeakyReLU::compute_output(ConstView input, View output) const {
  output.array() = (input.array() > 0.0).select(input.array(), kLeak * input.array());
}

void LeakyReLU::compute_input_gradient(ConstView output_gradient, View input_gradient) const {
  input_gradient.array() =
      (input().array() > 0.0).select(output_gradient.array(), kLeak * output_gradient.array());
}

namespace {

struct Activation {
  std::string_view name;
  std::unique_ptr<Operation> (*make)();
};

constexpr std::array<Activation, 5> kActivations{{
    {"sigmoid", []() -> std::unique_ptr<Operation> { return std::make_unique<Sigmoid>(); }},
    {"linear", []() -> std::unique_ptr<Operation> { return std::make_unique<Linear>(); }},
    {"tanh", []() -> std::unique_ptr<Operation> { return std::make_unique<Tanh>(); }},
    {"relu", []() -> std::unique_ptr<Operation> { return std::make_unique<ReLU>(); }},
    {"leaky-relu", []() -> std::unique_ptr<Operation> { return std::make_unique<LeakyReLU>(); }},
}};

}  // namespace

std::vector<std::string> activation_names() { return names_of(kActivations); }

std::unique_ptr<Operation> make_activation(std::string_view name) {
  return entry_named(kActivations, name, "activation").make();
}

}  // namespace minifactory
