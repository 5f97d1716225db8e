#include "numerics/products.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include "random_matrix.hpp"
#include "shape_text.hpp"

namespace minifactory {
namespace {

/// Exactly as many doubles as the shape has, so that a sanitizer sees every read beyond them.
class Exact {
 public:
  explicit Exact(const Matrix& numbers)
      : numbers_(new double[static_cast<std::size_t>(numbers.size())]),
        rows_(numbers.rows()),
        columns_(numbers.cols()) {
    std::copy_n(numbers.data(), numbers.size(), numbers_.get());
  }
  ConstView view() const { return ConstView(numbers_.get(), rows_, columns_); }

 private:
  std::unique_ptr<double[]> numbers_;
  Index rows_, columns_;
};

/// A result between guard values, which must not be overwritten.
class Fenced {
 public:
  Fenced(Index rows, Index columns) : numbers_(size(rows, columns), kFence), rows_(rows) {}

  View inside() {
    const Index columns = (static_cast<Index>(numbers_.size()) - 2 * kWidth) / rows_;
    return View(numbers_.data() + kWidth, rows_, columns);
  }
  bool is_whole() const {
    const auto untouched = [](double number) { return number == kFence; };
    return std::all_of(numbers_.begin(), numbers_.begin() + kWidth, untouched) &&
           std::all_of(numbers_.end() - kWidth, numbers_.end(), untouched);
  }

 private:
  static constexpr Index kWidth = 8;
  static constexpr double kFence = 1e300;
  static std::size_t size(Index rows, Index columns) {
    return static_cast<std::size_t>(rows * columns + 2 * kWidth);
  }

  std::vector<double> numbers_;
  Index rows_;
};

/// Whether every element differs from Eigen's by at most 1e-12 times the sum of the absolute terms.
/// The sum itself can be much smaller, where terms cancel.
::testing::AssertionResult is_product(ConstView result, const Matrix& left, const Matrix& right) {
  const Matrix expected = left * right;
  const Matrix summed = left.cwiseAbs() * right.cwiseAbs();
  for (Index row = 0; row < expected.rows(); ++row) {
    for (Index column = 0; column < expected.cols(); ++column) {
      const double error = std::abs(result(row, column) - expected(row, column));
      if (!(error <= 1e-12 * summed(row, column))) {
        return ::testing::AssertionFailure()
               << shape_text(left) << " · " << shape_text(right) << " is off by " << error << " at "
               << shape_text(row, column);
      }
    }
  }
  return ::testing::AssertionSuccess();
}

/// result (rows, columns), summed over the depth.
struct Shape {
  Index rows, depth, columns;
};

std::vector<Shape> shapes() {
  std::vector<Shape> shapes = {{32, 13, 13},   {32, 13, 1},     {13, 32, 13},   {32, 1, 13},
                               {32, 13, 128},  {32, 128, 1},    {32, 128, 128}, {13, 32, 128},
                               {128, 32, 128}, {256, 256, 256}, {152, 13, 13},  {9, 23, 256},
                               {1, 256, 255},  {255, 3, 31},    {31, 255, 2}};
  // All sizes of the tiles at the edges.
  for (Index rows = 1; rows <= 9; ++rows) {
    for (Index depth = 1; depth <= 5; ++depth) {
      for (Index columns = 1; columns <= 13; ++columns) shapes.push_back({rows, depth, columns});
    }
  }
  for (Index columns = 14; columns <= 40; ++columns) shapes.push_back({5, 7, columns});
  return shapes;
}

using Product = void (*)(ConstView, ConstView, View);

void expect_product(Product product, const Matrix& left, const Matrix& right,
                    const Matrix& stored_left, const Matrix& stored_right) {
  Fenced result(left.rows(), right.cols());
  const Exact first(stored_left), second(stored_right);
  product(first.view(), second.view(), result.inside());
  EXPECT_TRUE(is_product(read_only(result.inside()), left, right));
  EXPECT_TRUE(result.is_whole()) << shape_text(left) << " · " << shape_text(right);
}

TEST(Products, MultiplyAsEigenDoes) {
  for (const Shape& shape : shapes()) {
    const Matrix left = random_matrix(shape.rows, shape.depth, 1);
    const Matrix right = random_matrix(shape.depth, shape.columns, 2);
    expect_product(multiply, left, right, left, right);
  }
}

TEST(Products, MultiplyTheLeftTransposedAsEigenDoes) {
  for (const Shape& shape : shapes()) {
    const Matrix left = random_matrix(shape.rows, shape.depth, 3);
    const Matrix right = random_matrix(shape.depth, shape.columns, 4);
    expect_product(multiply_transposed_left, left, right, left.transpose(), right);
  }
}

TEST(Products, MultiplyTheRightTransposedAsEigenDoes) {
  for (const Shape& shape : shapes()) {
    const Matrix left = random_matrix(shape.rows, shape.depth, 5);
    const Matrix right = random_matrix(shape.depth, shape.columns, 6);
    expect_product(multiply_transposed_right, left, right, left, right.transpose());
  }
}

TEST(Products, DoNotWriteBeyondTheirResult) {
  // The same with a result of exactly its size, so that a sanitizer sees every write beyond it.
  for (const Product product : {multiply, multiply_transposed_left, multiply_transposed_right}) {
    for (Index size = 1; size <= 14; ++size) {
      const Exact square(random_matrix(size, size, 7));
      const std::unique_ptr<double[]> result(new double[static_cast<std::size_t>(size * size)]);
      product(square.view(), square.view(), View(result.get(), size, size));
      EXPECT_TRUE(ConstView(result.get(), size, size).allFinite());
    }
  }
}

TEST(Products, ComputeARowIndependentlyOfTheOthers) {
  // A prediction must not depend on how many are computed at once.
  for (const Index columns : {1, 2, 3, 7, 13, 128}) {
    const Matrix left = random_matrix(32, 13, 8);
    const Matrix right = random_matrix(13, columns, 9);
    Matrix all(32, columns);
    multiply(view(left), view(right), writable(all));
    for (const Index row : {0, 5, 30, 31}) {
      const Matrix one = left.row(row);
      Matrix alone(1, columns);
      multiply(view(one), view(right), writable(alone));
      EXPECT_TRUE((alone.row(0).array() == all.row(row).array()).all()) << row << " of " << columns;
    }
  }
}

TEST(Products, PropagateNaNAndInfinityOnlyWhereTheyBelong) {
  const double infinity = std::numeric_limits<double>::infinity();
  Matrix left = Matrix::Ones(3, 4);
  left(1, 2) = std::nan("");
  left(2, 0) = infinity;
  const Matrix right = Matrix::Ones(4, 3);
  Matrix result(3, 3);
  multiply(view(left), view(right), writable(result));
  EXPECT_EQ(result.row(0), Matrix::Constant(1, 3, 4.0).row(0));
  EXPECT_TRUE(result.row(1).array().isNaN().all());
  EXPECT_TRUE((result.row(2).array() == infinity).all());
}

}  // namespace
}  // namespace minifactory
