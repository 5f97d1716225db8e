// Written by the build from wasm/core/*/registry.cpp and the pages in web/explanations/subjects. Do not edit.

export const OPERATIONS = /** @type {const} */ ([
  {
    "name": "weight-multiply",
    "class": "WeightMultiply",
    "label": "Weighted sums",
    "word": "weighted sums",
    "letter": "ν",
    "output": "M",
    "parameter": "W",
    "role": "weights",
    "subject": "weight-multiply"
  },
  {
    "name": "bias-add",
    "class": "BiasAdd",
    "label": "Biases",
    "word": "biases",
    "letter": "+B",
    "output": "N",
    "parameter": "B",
    "role": "bias",
    "subject": "bias-add"
  },
  {
    "name": "sigmoid",
    "class": "Sigmoid",
    "label": "Sigmoid",
    "word": "sigmoid",
    "letter": "σ",
    "output": "O",
    "role": "activation",
    "subject": "sigmoid-operation"
  },
  {
    "name": "linear",
    "class": "Linear",
    "label": "Linear",
    "word": "linear",
    "letter": "linear",
    "output": "O",
    "passesOn": true,
    "role": "activation",
    "subject": "linear-operation"
  },
  {
    "name": "tanh",
    "class": "Tanh",
    "label": "Tanh",
    "word": "tanh",
    "letter": "tanh",
    "output": "O",
    "role": "activation",
    "subject": "tanh-operation"
  },
  {
    "name": "relu",
    "class": "ReLU",
    "label": "ReLU",
    "word": "ReLU",
    "letter": "ReLU",
    "output": "O",
    "hasKink": true,
    "role": "activation",
    "subject": "relu-operation"
  },
  {
    "name": "leaky-relu",
    "class": "LeakyReLU",
    "label": "Leaky ReLU (slope 0.2)",
    "word": "leaky ReLU",
    "letter": "leaky",
    "output": "O",
    "hasKink": true,
    "role": "activation",
    "subject": "leaky-relu-operation"
  },
  {
    "name": "softplus",
    "class": "Softplus",
    "label": "Softplus",
    "word": "softplus",
    "letter": "s⁺",
    "output": "O",
    "role": "activation",
    "subject": "softplus-operation"
  },
  {
    "name": "elu",
    "class": "ELU",
    "label": "ELU",
    "word": "ELU",
    "letter": "elu",
    "output": "O",
    "role": "activation",
    "subject": "elu-operation"
  },
  {
    "name": "dropout",
    "class": "Dropout",
    "label": "Dropout",
    "word": "dropout",
    "letter": "drop",
    "output": "D",
    "settings": {
      "keep": {
        "kind": "finite",
        "title": "Keep",
        "help": "The share of the numbers that is kept on average; the others become 0.",
        "unit": "of all numbers",
        "min": 0.01,
        "max": 1,
        "default": 0.8
      },
      "form": {
        "kind": "choice",
        "title": "Form",
        "help": "What keeps later sums the same on average, as fewer numbers enter them in training.",
        "choices": {
          "inverted": "Inverted: divide by it in training",
          "course": "The course’s: multiply by it in predictions"
        },
        "default": "inverted"
      }
    },
    "role": "regulariser",
    "subject": "dropout-operation"
  }
]);

export const LOSSES = /** @type {const} */ ([
  {
    "name": "mean-squared-error",
    "class": "MeanSquaredError",
    "label": "Mean squared error",
    "letter": "Λ",
    "task": "regression",
    "unitPower": 2,
    "settings": {
      "gradient": {
        "kind": "choice",
        "title": "Gradient scale",
        "help": "mean: 2(P − y)/rows; sum: 2(P − y); half-sum: P − y, without the 2.",
        "choices": {
          "mean": "Mean over rows",
          "sum": "Sum over rows",
          "half-sum": "Half the sum over rows"
        },
        "default": "mean"
      }
    },
    "subject": "mean-squared-error"
  },
  {
    "name": "softmax-cross-entropy",
    "class": "SoftmaxCrossEntropy",
    "label": "Softmax cross-entropy",
    "letter": "Λ",
    "task": "classification",
    "unitPower": 0,
    "settings": {
      "form": {
        "kind": "choice",
        "title": "Form",
        "help": "usual: −Σ y·ln p / rows, which the gradient belongs to; as in the course: with a second term, whose gradient is left out.",
        "choices": {
          "usual": "Usual",
          "as-in-the-course": "As in the course"
        },
        "default": "usual"
      }
    },
    "subject": "softmax-cross-entropy"
  }
]);

export const OPTIMISERS = /** @type {const} */ ([
  {
    "name": "sgd",
    "class": "SGD",
    "label": "Stochastic gradient descent",
    "letter": "SGD",
    "settings": {
      "learningRate": {
        "kind": "finite",
        "title": "Learning rate",
        "help": "The size of each step against the gradient. Lower it if training diverges, raise it if training is slow.",
        "unit": "",
        "min": 1e-9,
        "max": 100,
        "default": 0.01
      }
    },
    "subject": "sgd"
  },
  {
    "name": "momentum",
    "class": "SGDMomentum",
    "label": "SGD with momentum",
    "letter": "SGD",
    "settings": {
      "learningRate": {
        "kind": "finite",
        "title": "Learning rate",
        "help": "The size of each step against the gradient. Lower it if training diverges, raise it if training is slow.",
        "unit": "",
        "min": 1e-9,
        "max": 100,
        "default": 0.01
      },
      "momentum": {
        "kind": "finite",
        "title": "Momentum",
        "help": "How much of its velocity a parameter keeps from step to step; 0 is plain gradient descent.",
        "unit": "",
        "min": 0,
        "max": 0.9999,
        "default": 0.9
      }
    },
    "subject": "momentum"
  }
]);

export const LAYER_TYPES = /** @type {const} */ ([
  {
    "name": "dense",
    "class": "Dense",
    "label": "Dense",
    "width": "units",
    "parameters": {
      "weights": {
        "symbol": "W",
        "rows": "inputs",
        "columns": "units"
      },
      "bias": {
        "symbol": "B",
        "rows": "one",
        "columns": "units"
      }
    },
    "operations": [
      "weight-multiply",
      "bias-add",
      "activation"
    ],
    "settings": {
      "units": {
        "kind": "whole",
        "title": "Units",
        "help": "The number of outputs that the layer computes for each row.",
        "unit": "units",
        "min": 1,
        "max": 256,
        "default": 13
      },
      "activation": {
        "kind": "activation",
        "title": "Activation",
        "help": "The function applied to each unit’s weighted sum plus bias.",
        "default": "sigmoid"
      }
    },
    "subject": "dense"
  },
  {
    "name": "dropout",
    "class": "SingleOperation",
    "label": "Dropout",
    "operations": [
      "dropout"
    ],
    "settings": {
      "keep": {
        "kind": "finite",
        "title": "Keep",
        "help": "The share of the numbers that is kept on average; the others become 0.",
        "unit": "of all numbers",
        "min": 0.01,
        "max": 1,
        "default": 0.8
      },
      "form": {
        "kind": "choice",
        "title": "Form",
        "help": "What keeps later sums the same on average, as fewer numbers enter them in training.",
        "choices": {
          "inverted": "Inverted: divide by it in training",
          "course": "The course’s: multiply by it in predictions"
        },
        "default": "inverted"
      }
    },
    "subject": "dropout"
  }
]);
