/** A small file of C++ for the tests of the compiler of explanations. */
export const CORE = `#include "gain.hpp"

namespace minifactory {
namespace {

constexpr double kGain = 2.0;  // not amplify(x) { }

double twice(double x);

}  // namespace

double amplify(double x) { return twice(kGain * x); }

double twice(double x) {
  if (x > 0.0) {
    return "}"[0] == '}' ? 2.0 * x : 0.0;
  }
  return amplify(x / 2.0) + twice(x);
}

Amplifier::Amplifier(double gain, Names names)
    : gain_(gain), names_{std::move(names)} {
  check();
}

double Amplifier::amplify(double x) const { return gain_ * x; }

double Amplifier::operator()(double x) const { return amplify(x); }

double measure(View view) { return view.sum(); }
double measure(const Vector& vector) { return measure(view_of(vector)); }

/// A class.
class Speaker final : public Device {
 public:
  double volume() const { return volume_; }
};

}  // namespace minifactory
`;
