#pragma once

#include <cstdint>
#include <vector>

namespace minifactory {

/// Row numbers of a table, counted from 0; each row is in exactly one of the three sets.
struct Split {
  std::vector<std::int32_t> training;
  std::vector<std::int32_t> validation;
  std::vector<std::int32_t> test;
};

/// scikit-learn's `train_test_split`: of one permutation of the rows, drawn by a fresh generator,
/// the first ⌈test_fraction · rows⌉ are the test rows and the rest the training rows. With a
/// validation fraction above 0, ⌈validation_fraction · rows⌉ rows between the two are the
/// validation rows. Errors: OUT_OF_RANGE unless 0 < test_fraction < 1 and 0 <= validation_fraction
/// < 1; TOO_FEW_ROWS if no row is left for training.
Split train_test_split(std::int32_t rows, double test_fraction, double validation_fraction,
                       std::uint32_t seed);

/// The same with the proportions of the classes kept: the sets have as many rows as those of
/// `train_test_split`, shared out over the classes by largest remainder, first the test rows, then
/// the validation rows out of the others. Of each class, the rows come in the order of the same
/// permutation. classes: the class of each row, from 0 on. Errors: those of `train_test_split`;
/// OUT_OF_RANGE for a class below 0.
Split stratified_split(const std::vector<std::int32_t>& classes, double test_fraction,
                       double validation_fraction, std::uint32_t seed);

}  // namespace minifactory
