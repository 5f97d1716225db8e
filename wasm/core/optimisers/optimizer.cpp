#include "optimisers/optimizer.hpp"

#include <cmath>

#include "error.hpp"

namespace minifactory {

void Optimizer::set_learning_rate(double learning_rate) {
  if (!(std::isfinite(learning_rate) && learning_rate > 0.0)) {
    throw Error("OUT_OF_RANGE", "The learning rate must be a finite number above 0.");
  }
  learning_rate_ = learning_rate;
}

}  // namespace minifactory
