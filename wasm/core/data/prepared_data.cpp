#include "data/prepared_data.hpp"

#include <array>

#include "error.hpp"
#include "name_table.hpp"
#include "numerics/rows.hpp"

namespace minifactory {
namespace {

constexpr std::array<Named<ScalerFit>, 3> kScalerFits{{
    {"all-rows", ScalerFit::kAllRows},
    {"training-rows", ScalerFit::kTrainingRows},
    {"none", ScalerFit::kNone},
}};

constexpr std::array<Named<RowSet>, 3> kRowSets{{
    {"training", RowSet::kTraining},
    {"validation", RowSet::kValidation},
    {"test", RowSet::kTest},
}};

/// These rows of a matrix, one after the other.
Matrix chosen_rows(ConstView from, const std::vector<std::int32_t>& rows) {
  Matrix chosen(static_cast<Index>(rows.size()), from.cols());
  gather_rows(from, rows.data(), writable(chosen));
  return chosen;
}

void check(ConstView features, ConstView targets) {
  if (targets.rows() != features.rows() || targets.cols() == 0) {
    throw Error("SHAPE_MISMATCH",
                {"Features of shape ", shape_of(features), " need targets of as many rows and at ",
                 "least 1 column, not ", shape_of(targets), "."});
  }
  if (!features.allFinite() || !targets.allFinite()) {
    throw Error("NOT_FINITE", "The data holds a value that is not a finite number.");
  }
}

}  // namespace

Names scaler_fit_names() { return names_of(kScalerFits); }

ScalerFit scaler_fit_named(std::string_view name) {
  return entry_named(kScalerFits, name, "scaling").value;
}

RowSet row_set_named(std::string_view name) {
  return entry_named(kRowSets, name, "set of rows").value;
}

PreparedData::PreparedData(ConstView features, ConstView targets, const DataPlan& plan) {
  check(features, targets);
  split_ = train_test_split(static_cast<std::int32_t>(features.rows()), plan.test_fraction,
                            plan.validation_fraction, plan.split_seed);
  if (plan.scaler_fit == ScalerFit::kAllRows) {
    scaler_ = StandardScaler::fit(features, plan.feature_names, plan.constant_columns);
  } else if (plan.scaler_fit == ScalerFit::kTrainingRows) {
    scaler_ = StandardScaler::fit(view(chosen_rows(features, split_.training)), plan.feature_names,
                                  plan.constant_columns);
  }
  all_ = {scale(features), targets};
  for (const RowSet set : {RowSet::kTraining, RowSet::kValidation, RowSet::kTest}) {
    sets_[static_cast<std::size_t>(set)] = examples(rows(set));
  }
}

const std::vector<std::int32_t>& PreparedData::rows(RowSet set) const {
  switch (set) {
    case RowSet::kTraining:
      return split_.training;
    case RowSet::kValidation:
      return split_.validation;
    case RowSet::kTest:
      break;
  }
  return split_.test;
}

Examples PreparedData::examples(const std::vector<std::int32_t>& rows) const {
  const auto count = static_cast<std::int32_t>(all_.features.rows());
  for (const std::int32_t row : rows) {
    if (row < 0 || row >= count) {
      throw Error("OUT_OF_RANGE",
                  {"There is no row ", row, "; there are ", count, ", counted from 0."});
    }
  }
  return {chosen_rows(view(all_.features), rows), chosen_rows(view(all_.targets), rows)};
}

const Examples& PreparedData::watched() const {
  return examples(split_.validation.empty() ? RowSet::kTest : RowSet::kValidation);
}

Matrix PreparedData::scale(ConstView features) const {
  return scaler_ ? scaler_->transform(features) : Matrix(features);
}

Vector PreparedData::unscale(Index feature, const Vector& scaled) const {
  return scaler_ ? scaler_->inverse(feature, scaled) : scaled;
}

}  // namespace minifactory
