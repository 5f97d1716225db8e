/** A recipe and its data as one Python program that anyone can read, run and change. */
import type { Dataset } from '../datasets/dataset';
import type { Recipe } from '../recipe/schema';
import { dataPart, scalePart, splitPart } from './data-part';
import { NUMPY } from './dialect';
import { argumentsPart, introduction, QUIET_NUMPY } from './introduction';
import { networkPart } from './network-part';
import { numpyTrainingPart } from './numpy-training-part';
import { numpyClasses } from './operations-part';
import { reportPart } from './report-part';
import { requireFit } from './require-fit';

const COMMANDS = [
  'python3 FILE                 prints the report',
  'python3 FILE --json          prints it as JSON, with every parameter',
  'python3 FILE --data X.csv    uses the columns of a CSV file instead of those below',
];

const IMPORTS = `import argparse
import csv
import json
import math
import sys

import numpy as np

${QUIET_NUMPY}`;

/**
 * A complete Python 3 program that needs only NumPy. It contains the data, trains the recipe in the same way as the
 * engine and prints the same numbers, except for rounding. Throws an Error if recipe and data set do not fit.
 */
export function numpyScript(recipe: Recipe, dataset: Dataset): string {
  requireFit(recipe, dataset);
  const data = dataPart(recipe, dataset, NUMPY);
  const straight = [data, splitPart(recipe, dataset), scalePart(recipe, dataset)];
  // Two empty lines around definitions, as in Python's style guide.
  return `${[
    [introduction(recipe, dataset, 'NumPy', COMMANDS), IMPORTS, argumentsPart(), ...straight].join('\n\n'),
    ...numpyClasses(recipe),
    ...networkPart(recipe),
    ...numpyTrainingPart(recipe, dataset),
    ...reportPart(recipe, NUMPY),
  ].join('\n\n\n')}\n`;
}
