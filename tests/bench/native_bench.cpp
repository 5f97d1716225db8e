// The native core for `npm run bench`. Run as native_bench TABLE, it reads lines of MODEL EPOCHS
// and answers each with the seconds that training took.

#include <chrono>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>

#include "training/experiment.hpp"

namespace {

using minifactory::Experiment;
using minifactory::ExperimentPlan;
using minifactory::Index;
using minifactory::Matrix;
using minifactory::TimeUnit;

constexpr Index kForever = 1000000;

#ifdef __clang__
constexpr const char* kCompiler = __VERSION__;
#else
constexpr const char* kCompiler = "GCC " __VERSION__;
#endif

const std::map<std::string, std::vector<Index>> kHidden = {
    {"A", {}}, {"B", {13}}, {"C", {13, 13}}, {"D", {128, 128}}};

/// "rows columns", then the values row by row; the last column is the target.
Matrix read_table(const char* path) {
  std::ifstream file(path);
  Index rows = 0;
  Index columns = 0;
  file >> rows >> columns;
  Matrix table(rows, columns);
  for (Index i = 0; i < table.size(); ++i) file >> table.data()[i];
  if (!file) throw std::runtime_error(std::string("cannot read ") + path);
  return table;
}

minifactory::PartPlan dense(Index units, const std::string& activation) {
  return {"dense", minifactory::Settings()
                       .with_number("units", static_cast<double>(units))
                       .with_text("activation", activation)};
}

/// The training procedure of chapter 3, without evaluations and without an end.
std::unique_ptr<Experiment> open(const std::string& model, const Matrix& table) {
  ExperimentPlan plan;
  for (const Index units : kHidden.at(model)) plan.layers.push_back(dense(units, "sigmoid"));
  plan.layers.push_back(dense(1, "linear"));
  plan.loss.name = "mean-squared-error";
  plan.optimizer = {"sgd", minifactory::Settings().with_number("learningRate", 0.01)};
  plan.training.layer_seeding = minifactory::LayerSeeding::kReseeded;
  plan.training.stop_after = {kForever, TimeUnit::kEpochs};
  plan.training.evaluate_every = {kForever, TimeUnit::kEpochs};
  const Matrix features = table.leftCols(table.cols() - 1);
  const Matrix targets = table.rightCols(1);
  return std::make_unique<Experiment>(minifactory::view(features), minifactory::view(targets),
                                      plan);
}

double train(Experiment& experiment, int epochs) {
  minifactory::Trainer& trainer = experiment.trainer();
  const auto start = std::chrono::steady_clock::now();
  for (int epoch = 0; epoch < epochs; ++epoch) {
    trainer.train_batches(trainer.batches().count_in_epoch());
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  if (trainer.status() != minifactory::TrainingStatus::kTraining) {
    throw std::runtime_error("the run has ended");
  }
  return seconds.count();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const Matrix table = read_table(argv[1]);
  std::map<std::string, std::unique_ptr<Experiment>> experiments;
  std::cout << kCompiler << ", " << Eigen::SimdInstructionSetsInUse() << std::endl;
  std::cout.precision(9);
  std::string model;
  int epochs = 0;
  while (std::cin >> model >> epochs) {
    if (experiments.count(model) == 0) experiments[model] = open(model, table);
    std::cout << train(*experiments[model], epochs) << std::endl;
  }
}
