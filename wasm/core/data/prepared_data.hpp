#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/split.hpp"
#include "data/standard_scaler.hpp"
#include "name_table.hpp"

namespace minifactory {

/// Rows to train on or to evaluate on: features (rows, inputs) and targets (rows, 1).
struct Examples {
  Matrix features;
  Matrix targets;
};

/// Which rows the scaler learns its mean and standard deviation from.
enum class ScalerFit {
  kAllRows,       ///< All of them, as the course does: the test rows leak in.
  kTrainingRows,  ///< Those trained on, as one should.
  kNone,          ///< Features are left as they are.
};

/// all-rows, training-rows, none
Names scaler_fit_names();

/// Error UNKNOWN_NAME.
ScalerFit scaler_fit_named(std::string_view name);

struct DataPlan {
  double test_fraction = 0.3;
  double validation_fraction = 0.0;
  std::uint32_t split_seed = 80718;
  ScalerFit scaler_fit = ScalerFit::kAllRows;
  ConstantColumns constant_columns = ConstantColumns::kError;
  /// For error sentences.
  std::vector<std::string> feature_names;
};

enum class RowSet { kTraining, kValidation, kTest };

/// training, validation, test. Error UNKNOWN_NAME.
RowSet row_set_named(std::string_view name);

/// A table split into three sets of rows, its features scaled.
class PreparedData {
 public:
  /// features (rows, columns) and targets (rows, 1), raw. Errors: SHAPE_MISMATCH, NOT_FINITE,
  /// CONSTANT_COLUMN, OUT_OF_RANGE, TOO_FEW_ROWS (see StandardScaler and train_test_split).
  PreparedData(ConstView features, ConstView targets, const DataPlan& plan);

  const Examples& examples(RowSet set) const { return sets_[static_cast<std::size_t>(set)]; }
  /// Row numbers of the table, in the split's order.
  const std::vector<std::int32_t>& rows(RowSet set) const;

  /// The rows that evaluations judge by: validation if there is any, else test.
  const Examples& watched() const;

  /// All rows in the table's order, scaled.
  const Matrix& features() const { return all_.features; }
  /// These rows of the table, scaled. Error OUT_OF_RANGE if the table has no such row.
  Examples examples(const std::vector<std::int32_t>& rows) const;

  /// Raw feature rows as the network sees them. Error SHAPE_MISMATCH.
  Matrix scale(ConstView features) const;
  /// Scaled values of one feature in its own unit. Error OUT_OF_RANGE.
  Vector unscale(Index feature, const Vector& scaled) const;

 private:
  Split split_;
  std::optional<StandardScaler> scaler_;
  /// All rows in the table's order, scaled.
  Examples all_;
  Examples sets_[3];
};

}  // namespace minifactory
