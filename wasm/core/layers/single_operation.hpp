#pragma once

#include <memory>
#include <utility>

#include "layers/layer.hpp"

namespace minifactory {

/// A layer of one operation, e.g. dropout.
class SingleOperation final : public Layer {
 public:
  explicit SingleOperation(std::unique_ptr<Operation> operation) { add(std::move(operation)); }
};

}  // namespace minifactory
