"""The same training as a plain NumPy loop: numpy_bench.py TABLE, then lines of MODEL EPOCHS.

float64; parameters drawn once from one seed, rows shuffled anew each epoch.
"""

import json
import platform
import sys
import time

import numpy as np

BATCH = 32
LEARNING_RATE = 0.01
HIDDEN = {"A": [], "B": [13], "C": [13, 13], "D": [128, 128]}


def draw(widths):
    """Weights (in, out) and biases (1, out) of each layer."""
    return [
        (np.random.randn(inputs, units), np.random.randn(1, units))
        for inputs, units in zip(widths, widths[1:])
    ]


def train_batch(layers, features, targets):
    """One step of gradient descent in place; features (rows, in), targets (rows, 1)."""
    inputs = [features]
    for weights, bias in layers[:-1]:
        inputs.append(1.0 / (1.0 + np.exp(-(inputs[-1] @ weights + bias))))
    weights, bias = layers[-1]
    gradient = 2.0 * (inputs[-1] @ weights + bias - targets) / len(features)
    for index in range(len(layers) - 1, -1, -1):
        weights, bias = layers[index]
        value = inputs[index]
        weight_gradient = value.T @ gradient
        bias_gradient = gradient.sum(axis=0, keepdims=True)
        if index > 0:
            gradient = (gradient @ weights.T) * value * (1.0 - value)
        weights -= LEARNING_RATE * weight_gradient
        bias -= LEARNING_RATE * bias_gradient


def train(layers, features, targets, epochs):
    for _ in range(epochs):
        order = np.random.permutation(len(features))
        features, targets = features[order], targets[order]
        for start in range(0, len(features), BATCH):
            train_batch(layers, features[start : start + BATCH], targets[start : start + BATCH])


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        table = json.load(file)
    features = np.array(table["features"])
    targets = np.array(table["targets"]).reshape(-1, 1)
    networks = {}
    print(f"NumPy {np.__version__}, Python {platform.python_version()}", flush=True)
    for line in sys.stdin:
        name, epochs = line.split()
        if name not in networks:
            np.random.seed(20190501)
            networks[name] = draw([features.shape[1], *HIDDEN[name], 1])
        start = time.perf_counter()
        train(networks[name], features, targets, int(epochs))
        seconds = time.perf_counter() - start
        if not all(np.isfinite(weights).all() for weights, _ in networks[name]):
            sys.exit(f"{name}: the weights are no longer finite.")
        print(seconds, flush=True)


main()
