/** A recipe and its data as one Python program that anyone can read, run and change. */
import type { Dataset } from '../datasets/dataset';
import { crossChecks } from '../recipe/checks';
import type { Recipe } from '../recipe/schema';
import { dataPart, scalePart, splitPart } from './data-part';
import { networkPart } from './network-part';
import { operationClasses } from './operations-part';
import { docstringText, wrapped } from './python-text';
import { reportPart } from './report-part';
import { trainingPart } from './training-part';

function introduction({ name, data, layers }: Recipe, dataset: Dataset): string {
  const title = docstringText(name) || (layers.length === 1 ? 'A single layer' : `${layers.length} layers`);
  const columns = data.features.length;
  const story =
    `It learns to predict ${data.target} from ${columns} other ${columns === 1 ? 'column' : 'columns'} of the data set ` +
    `“${dataset.title}” and prints how well it does.`;
  return `"""${title}, written out in NumPy.

${wrapped(docstringText(story).split(' '), '')}

    python3 FILE           prints the report
    python3 FILE --json    prints it as JSON, with every parameter
"""

import json
import sys

import numpy as np

# Numbers that grow without bound are for training to notice, not for a warning.
np.seterr(over="ignore", invalid="ignore")`;
}

/**
 * A complete Python 3 program that needs only NumPy, holds its data, trains the recipe by the same procedure as the
 * engine and prints the same numbers to rounding. Throws an Error where recipe and data set do not fit.
 */
export function numpyScript(recipe: Recipe, dataset: Dataset): string {
  const problems = crossChecks(recipe, dataset);
  if (problems.length > 0) throw new Error(problems.map(({ sentence }) => sentence).join('\n'));
  const straight = [introduction, dataPart, splitPart, scalePart].map((part) => part(recipe, dataset));
  // Two empty lines around definitions, as Python's style guide has it.
  return `${[
    straight.join('\n\n'),
    ...operationClasses(recipe),
    ...networkPart(recipe),
    ...trainingPart(recipe, dataset),
    ...reportPart(recipe, dataset),
  ].join('\n\n\n')}\n`;
}
