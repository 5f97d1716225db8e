#include "training/initialisation.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "expect_error.hpp"
#include "layers/dense.hpp"
#include "networks.hpp"
#include "random_matrix.hpp"
#include "same_bits.hpp"

namespace minifactory {
namespace {

const Matrix& weights(const Dense& layer) { return layer.parameters()[0]->value; }
const Matrix& bias(const Dense& layer) { return layer.parameters()[1]->value; }

TEST(Initialisation, StandardNormalDrawsWeightsThenBiasRowByRow) {
  Dense layer(3, 2);
  RandomState random(180807);
  draw_parameters(layer, WeightInitialisation::kStandardNormal, random);

  RandomState expected(180807);
  Matrix expected_weights(3, 2);
  Matrix expected_bias(1, 2);
  expected.fill_randn(writable(expected_weights));
  expected.fill_randn(writable(expected_bias));
  EXPECT_TRUE(same_bits(weights(layer), expected_weights));
  EXPECT_TRUE(same_bits(bias(layer), expected_bias));
  EXPECT_EQ(random.random_uint32(), expected.random_uint32());
}

TEST(Initialisation, ScaledKindsDrawWeightsAloneAndSetBiasesTo0) {
  for (const auto initialisation :
       {WeightInitialisation::kGlorotNormal, WeightInitialisation::kHeNormal}) {
    Dense layer(3, 2);
    layer.parameters()[1]->value.setOnes();
    RandomState random(7);
    draw_parameters(layer, initialisation, random);
    const double deviation = initialisation == WeightInitialisation::kHeNormal
                                 ? std::sqrt(2.0 / 3.0)
                                 : std::sqrt(2.0 / (3.0 + 2.0));
    EXPECT_TRUE(same_bits(weights(layer), deviation * random_matrix(3, 2, 7)));
    EXPECT_TRUE(same_bits(bias(layer), Matrix::Zero(1, 2)));
  }
}

struct Spread {
  WeightInitialisation initialisation;
  double deviation;
};

class Spreads : public ::testing::TestWithParam<Spread> {};

TEST_P(Spreads, AreAsTheirFormulasSay) {
  Dense layer(200, 300);
  RandomState random(20190501);
  draw_parameters(layer, GetParam().initialisation, random);
  const double count = 200.0 * 300.0;
  const double mean = weights(layer).mean();
  const double deviation = std::sqrt((weights(layer).array() - mean).square().sum() / count);
  // Four standard errors: of a mean σ/√n, of a standard deviation σ/√2n.
  EXPECT_NEAR(mean, 0.0, 4.0 * GetParam().deviation / std::sqrt(count));
  EXPECT_NEAR(deviation, GetParam().deviation, 4.0 * GetParam().deviation / std::sqrt(2.0 * count));
}

INSTANTIATE_TEST_SUITE_P(
    Initialisation, Spreads,
    ::testing::Values(Spread{WeightInitialisation::kStandardNormal, 1.0},
                      Spread{WeightInitialisation::kGlorotNormal, std::sqrt(2.0 / 500.0)},
                      Spread{WeightInitialisation::kHeNormal, std::sqrt(2.0 / 200.0)}));

TEST(Initialisation, IsKnownByName) {
  EXPECT_EQ(weight_initialisation_names(),
            (Names{"standard-normal", "glorot-normal", "he-normal"}));
  EXPECT_EQ(weight_initialisation_named("he-normal"), WeightInitialisation::kHeNormal);
  expect_error("UNKNOWN_NAME", {"\"zeros\"", "glorot-normal"},
               [] { weight_initialisation_named("zeros"); });
}

}  // namespace
}  // namespace minifactory
