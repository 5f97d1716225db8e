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

/// Rows to train or evaluate on.
struct Examples {
  Matrix features;  ///< (rows, inputs)
  Matrix targets;   ///< (rows, outputs)
};

/// The rows from which the scaler computes mean and standard deviation.
enum class ScalerFit {
  kAllRows,  ///< All rows, as in the book; information about the test rows leaks into training.
  kTrainingRows,  ///< The training rows only, which avoids the leak.
  kNone,          ///< No scaling.
};

/// The names in recipes: all-rows, training-rows, none.
Names scaler_fit_names();

/// The choice of that name. Error UNKNOWN_NAME.
ScalerFit scaler_fit_named(std::string_view name);

/// How a table is split and scaled; see `train_test_split` and StandardScaler.
struct DataPlan {
  double test_fraction = 0.3;
  double validation_fraction = 0.0;
  std::uint32_t split_seed = 80718;
  ScalerFit scaler_fit = ScalerFit::kAllRows;
  ConstantColumns constant_columns = ConstantColumns::kError;
  /// For error sentences.
  std::vector<std::string> feature_names;
};

/// One of the three sets of rows of a split.
enum class RowSet { kTraining, kValidation, kTest };

/// The set called training, validation or test. Error UNKNOWN_NAME.
RowSet row_set_named(std::string_view name);

/// A table split into three sets of rows, with scaled features.
class PreparedData {
 public:
  /// features (rows, columns) and targets (rows, outputs), raw. Errors: SHAPE_MISMATCH, NOT_FINITE,
  /// CONSTANT_COLUMN, OUT_OF_RANGE, TOO_FEW_ROWS (see StandardScaler and train_test_split).
  PreparedData(ConstView features, ConstView targets, const DataPlan& plan);

  /// The rows of one set, scaled.
  const Examples& examples(RowSet set) const { return sets_[static_cast<std::size_t>(set)]; }
  /// Their row numbers in the table.
  const std::vector<std::int32_t>& rows(RowSet set) const;

  /// The rows that evaluations use: the validation rows if there are any, else the test rows.
  const Examples& watched() const;

  /// The features of all rows in the table's order, scaled.
  const Matrix& features() const { return all_.features; }
  /// These rows of the table, scaled. Error OUT_OF_RANGE if the table has no such row.
  Examples examples(const std::vector<std::int32_t>& rows) const;

  /// Raw features (rows, columns) → scaled features, the input of the network. Error
  /// SHAPE_MISMATCH.
  Matrix scale(ConstView features) const;
  /// Scaled values of one feature → values in its own unit. Error OUT_OF_RANGE if there is no such
  /// feature and the data is scaled.
  Vector unscale(Index feature, const Vector& scaled) const;

 private:
  Split split_;
  std::optional<StandardScaler> scaler_;
  /// All rows in the table's order, scaled.
  Examples all_;
  Examples sets_[3];
};

}  // namespace minifactory
