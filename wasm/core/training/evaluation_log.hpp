#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "numerics/matrix.hpp"

namespace minifactory {

class ByteReader;
class ByteWriter;

struct Evaluation {
  Index epoch;
  Index batch;
  /// Loss on the watched rows.
  double loss;
};

/// The evaluations of a run in bounded memory, however long it gets: all of them up to kMost, then
/// every second one, every fourth, …, and always the latest two, which early stopping compares.
class EvaluationLog {
 public:
  static constexpr std::size_t kMost = 4096;

  EvaluationLog() { held_.reserve(kMost + 1); }

  void add(const Evaluation& evaluation);

  /// In the order they were made.
  const std::vector<Evaluation>& held() const { return held_; }

  void write(ByteWriter& bytes) const;
  /// Errors: CAPTURE_DAMAGED.
  static EvaluationLog read(ByteReader& bytes);

 private:
  /// How many are held once `seen` were added.
  std::size_t count_held() const;

  std::vector<Evaluation> held_;
  std::uint64_t seen_ = 0;
  /// Of all but the latest two, every `stride_`-th is held, from the first on.
  std::uint64_t stride_ = 1;
};

}  // namespace minifactory
