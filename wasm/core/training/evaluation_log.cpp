#include "training/evaluation_log.hpp"

#include "bytes.hpp"

namespace minifactory {
namespace {

/// The number of latest evaluations that are always held.
constexpr std::size_t kLatest = 2;

}  // namespace

void EvaluationLog::add(const Evaluation& evaluation) {
  held_.push_back(evaluation);
  ++seen_;
  if (seen_ <= kLatest) return;
  // The third latest has just ceased to be one of the latest: it stays only if the stride hits it.
  if ((seen_ - kLatest - 1) % stride_ != 0) held_.erase(held_.end() - kLatest - 1);
  if (held_.size() <= kCapacity) return;
  stride_ *= 2;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < held_.size(); ++i) {
    if (i % 2 == 0 || i + kLatest >= held_.size()) held_[kept++] = held_[i];
  }
  held_.resize(kept);
}

std::size_t EvaluationLog::count_held() const {
  if (seen_ <= kLatest) return static_cast<std::size_t>(seen_);
  return static_cast<std::size_t>((seen_ - kLatest - 1) / stride_) + 1 + kLatest;
}

void EvaluationLog::write(ByteWriter& bytes) const {
  bytes.write(seen_);
  bytes.write(stride_);
  for (const Evaluation& evaluation : held_) {
    bytes.write<std::int64_t>(evaluation.epoch);
    bytes.write<std::int64_t>(evaluation.batch);
    bytes.write(evaluation.loss);
  }
}

EvaluationLog EvaluationLog::read(ByteReader& bytes) {
  EvaluationLog log;
  log.seen_ = bytes.read<std::uint64_t>();
  log.stride_ = bytes.read<std::uint64_t>();
  const bool is_power_of_two = log.stride_ != 0 && (log.stride_ & (log.stride_ - 1)) == 0;
  if (!is_power_of_two || log.count_held() > kCapacity) {
    throw impossible_capture();
  }
  for (std::size_t left = log.count_held(); left > 0; --left) {
    const auto epoch = read_count(bytes);
    const auto batch = read_count(bytes);
    log.held_.push_back({epoch, batch, bytes.read<double>()});
  }
  return log;
}

}  // namespace minifactory
