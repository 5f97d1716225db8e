#include "activations.hpp"

#include <array>

#include "exponential.hpp"
#include "named.hpp"

namespace minifactory {
namespace {

using simd::both;
using simd::Pair;

/// output = function(e^(factor · input)) for every element; the exponential is by far the dearest
/// part.
template <typename Function>
inline void map_exponential(ConstView input, double factor, View output, Function function) {
  constexpr int kPairs = 4;
  const Index size = input.size();
  const double* from = input.data();
  double* to = output.data();
  Pair x[kPairs];
  simd::Exponential e[kPairs];
  for (; size - (from - input.data()) >= 2 * kPairs; from += 2 * kPairs, to += 2 * kPairs) {
    for (int p = 0; p < kPairs; ++p) x[p] = both(factor) * simd::load(from + 2 * p);
    simd::exponential(x, e, simd::exponential_table);
    for (int p = 0; p < kPairs; ++p) simd::store(to + 2 * p, function(e[p]));
  }
  for (; from != input.data() + size; ++from, ++to) {
    Pair last[1] = {both(factor * *from)};
    simd::Exponential of_last[1];
    simd::exponential(last, of_last, simd::exponential_table);
    *to = function(of_last[0])[0];
  }
}

/// output = function(first, second) for every element, two at a time.
template <typename Function>
inline void map_two(ConstView first, ConstView second, View output, Function function) {
  const Index size = output.size();
  const double* a = first.data();
  const double* b = second.data();
  double* to = output.data();
  Index i = 0;
  for (; i + 4 <= size; i += 4) {
    const Pair low = function(simd::load(a + i), simd::load(b + i));
    const Pair high = function(simd::load(a + i + 2), simd::load(b + i + 2));
    simd::store(to + i, low);
    simd::store(to + i + 2, high);
  }
  for (; i < size; ++i) to[i] = function(both(a[i]), both(b[i]))[0];
}

}  // namespace

void Sigmoid::compute_output(ConstView input, View output) const {
  map_exponential(input, -1.0, output, [](const simd::Exponential& e) {
    const Pair one = both(simd::exponential_table.one);
    return one / (one + (e.scale + e.scale * e.rest));
  });
}

void Sigmoid::compute_input_gradient(ConstView output_gradient, View input_gradient) const {
  map_two(output_gradient, output(), input_gradient,
          [one = both(1.0)](Pair gradient, Pair s) { return gradient * (s * (one - s)); });
}

void Tanh::compute_output(ConstView input, View output) const {
  // (e²ˣ − 1) / (e²ˣ + 1), from e²ˣ − 1, which is accurate near 0.
  map_exponential(input, 2.0, output, [](const simd::Exponential& e) {
    const Pair less_1 = e.scale * e.rest + (e.scale - both(1.0));
    return less_1 / (less_1 + both(2.0));
  });
}

void Tanh::compute_input_gradient(ConstView output_gradient, View input_gradient) const {
  map_two(output_gradient, output(), input_gradient,
          [one = both(1.0)](Pair gradient, Pair t) { return gradient * (one - t * t); });
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
