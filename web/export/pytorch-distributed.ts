/** The form of the PyTorch program for larger machines: any device, and several processes that share every batch. */
import type { Dataset } from '../datasets/dataset';
import { lossOf } from '../recipe/chosen-parts';
import type { Recipe } from '../recipe/schema';
import { PYTORCH } from './dialect';
import { argumentsPart, QUIET_NUMPY } from './introduction';
import { expression } from './parts';
import { heading } from './python-text';
import { beforeSteps, type PytorchForm, STEP } from './pytorch-form';
import { afterStep, batchesPart, beforeTraining } from './training-part';

const IMPORTS = `import argparse
import csv
import json
import math
import os
import sys

import numpy as np
import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel
from torch.nn.utils import parameters_to_vector, vector_to_parameters

${QUIET_NUMPY}
# The page computes in float64; PyTorch alone would take float32.
torch.set_default_dtype(torch.float64)`;

const DEVICE = 'parser.add_argument("--device", default="cpu", help="cpu, cuda, cuda:1, ...")';

const PLACE = `${heading('Where it runs: on which device, and in how many processes')}
${argumentsPart([DEVICE])}

# torchrun tells every process how many there are, and which of them it is.
processes = int(os.environ.get("WORLD_SIZE", 1))
rank = int(os.environ.get("RANK", 0))
device = torch.device(arguments.device)
if processes > 1:
    if device.type == "cuda":
        # A card for each process of this machine.
        device = torch.device("cuda", int(os.environ["LOCAL_RANK"]))
        torch.cuda.set_device(device)
    dist.init_process_group("nccl" if device.type == "cuda" else "gloo")`;

const UNIFORM = `def uniform(like):
    """A number from 0 to 1 for each element: the page's draws for the whole batch, of which
    this process takes its share."""
    drawn = rng.random_sample((len(rows), like.shape[1]))
    return torch.from_numpy(drawn[rank::processes]).to(like.device)`;

const lossFunctions = (recipe: Recipe): string[] => [
  `def loss_sum(predictions, targets):
    """The losses of all rows, added up."""
    return ${expression(lossOf(recipe), 'pytorchSum', { predictions: 'predictions', targets: 'targets' })}`,
  `def loss_on(features, targets):
    """The loss of these rows, given as NumPy arrays, without training on them."""
    predictions = torch.from_numpy(predict(features))
    return loss_sum(predictions, torch.from_numpy(targets)).item() / len(targets)`,
];

const TOTAL = `def total(number):
    """The sum of every process's number."""
    if processes > 1:
        dist.all_reduce(number)
    return number`;

const END = `if processes > 1:
    dist.destroy_process_group()
if rank > 0:
    sys.exit()  # the first process reports for all`;

function training(recipe: Recipe, dataset: Dataset): string[] {
  const objective = expression(lossOf(recipe), 'objective', { loss: 'loss', rows: 'len(rows)' });
  const columns = recipe.data.features.length;
  return [
    ...batchesPart(recipe),
    TOTAL,
    `${beforeTraining(recipe, dataset)}

features_on_device = torch.from_numpy(training_features).to(device)
targets_on_device = torch.from_numpy(training_targets).to(device)
${beforeSteps(recipe)}
learner = DistributedDataParallel(network) if processes > 1 else network

for rows, ends_epoch in batches(order):
    share = torch.from_numpy(rows[rank::processes])  # this process's share of the batch
    predictions = learner(features_on_device[share])  # (share, ${columns}) -> (share, 1)
    loss = loss_sum(predictions, targets_on_device[share]) / len(rows)  # the share's part
    objective = ${objective}  # the quantity to minimise
    optimiser.zero_grad()
    # Processes average their gradients; times their number, this is the sum.
    (processes * objective).backward()
    loss = total(loss.detach())

${STEP}
${afterStep(recipe, dataset, PYTORCH)}

${END}`,
  ];
}

export const DISTRIBUTED: PytorchForm = {
  commands: [
    'python3 FILE                        prints the report',
    'python3 FILE --json                 prints it as JSON, with every parameter',
    'python3 FILE --data X.csv           uses the columns of a CSV file instead of those below',
    'python3 FILE --device cuda          trains on a graphics card that supports float64',
    'torchrun --nproc_per_node 2 FILE    trains in 2 processes, each with its share of every batch',
  ],
  imports: IMPORTS,
  place: PLACE,
  onDevice: '.to(device)',
  offDevice: '.cpu()',
  uniform: UNIFORM,
  lossFunctions,
  training,
};
