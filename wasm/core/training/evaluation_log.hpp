#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace minifactory {

class ByteReader;
class ByteWriter;

/// The loss at one point of a run.
struct Evaluation {
  std::int64_t epoch;  ///< Whole epochs and batches done.
  std::int64_t batch;
  double loss;  ///< On the rows that evaluations use (see PreparedData::watched).
};

/// The evaluations of a run, in bounded memory however long the run is: all of them up to
/// kCapacity, then every second one, every fourth, …, and always the latest two, which early
/// stopping compares.
class EvaluationLog {
 public:
  static constexpr std::size_t kCapacity = 4096;

  EvaluationLog() { held_.reserve(kCapacity + 1); }

  void add(const Evaluation& evaluation);

  /// Those still held, in the order in which they were added.
  const std::vector<Evaluation>& held() const { return held_; }

  void write(ByteWriter& bytes) const;
  /// Error CAPTURE_DAMAGED.
  static EvaluationLog read(ByteReader& bytes);

 private:
  /// The number of evaluations held after `seen_` were added.
  std::size_t count_held() const;

  std::vector<Evaluation> held_;
  std::uint64_t seen_ = 0;
  /// Of all but the latest two, the first and every `stride_`-th after it are held.
  std::uint64_t stride_ = 1;
};

}  // namespace minifactory
