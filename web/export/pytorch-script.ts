/** A recipe and its data as one PyTorch program: the same run as on the page, which can also run on larger machines. */
import type { Dataset } from '../datasets/dataset';
import type { Recipe } from '../recipe/schema';
import { dataPart, scalePart, splitPart } from './data-part';
import { PYTORCH } from './dialect';
import { introduction, QUIET_NUMPY } from './introduction';
import { heading } from './python-text';
import { pytorchNetworkPart } from './pytorch-network-part';
import { pytorchTrainingPart } from './pytorch-training-part';
import { reportPart } from './report-part';
import { requireFit } from './require-fit';

const COMMANDS = [
  'python3 FILE                        prints the report',
  'python3 FILE --json                 prints it as JSON, with every parameter',
  'python3 FILE --device cuda          trains on a graphics card that supports float64',
  'torchrun --nproc_per_node 2 FILE    trains in 2 processes, each with its share of every batch',
];

const IMPORTS = `import argparse
import copy
import json
import os
import sys

import numpy as np
import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

${QUIET_NUMPY}
# The page computes in float64; PyTorch alone would take float32.
torch.set_default_dtype(torch.float64)`;

const PLACE = `${heading('Where it runs: on which device, and in how many processes')}
parser = argparse.ArgumentParser()
parser.add_argument("--device", default="cpu", help="cpu, cuda, cuda:1, ...")
parser.add_argument("--json", action="store_true", help="print the report as JSON")
arguments = parser.parse_args()

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

/**
 * A complete Python 3 program that needs only PyTorch and NumPy. It contains the data, starts from the engine's first
 * parameters, uses the rows in the engine's order and computes in float64, so it prints the same numbers except for
 * rounding, on any device that supports float64 and, with `torchrun`, in any number of processes. Throws an Error if
 * recipe and data set do not fit.
 */
export function pytorchScript(recipe: Recipe, dataset: Dataset): string {
  requireFit(recipe, dataset);
  const straight = [dataPart, splitPart, scalePart].map((part) => part(recipe, dataset));
  return `${[
    [introduction(recipe, dataset, 'PyTorch', COMMANDS), IMPORTS, PLACE, ...straight].join('\n\n'),
    ...pytorchNetworkPart(recipe),
    ...pytorchTrainingPart(recipe, dataset),
    ...reportPart(recipe, dataset, PYTORCH),
  ].join('\n\n\n')}\n`;
}
