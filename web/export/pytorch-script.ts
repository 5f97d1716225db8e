/** A recipe and its data as one PyTorch program: the same run as on the page, plain or for larger machines. */
import type { Dataset } from '../datasets/dataset';
import type { Recipe } from '../recipe/schema';
import { dataPart, scalePart, splitPart } from './data-part';
import { PYTORCH } from './dialect';
import { introduction } from './introduction';
import { DISTRIBUTED } from './pytorch-distributed';
import { pytorchNetworkPart } from './pytorch-network-part';
import { PLAIN } from './pytorch-plain';
import { reportPart } from './report-part';
import { requireFit } from './require-fit';

export interface PytorchOptions {
  /** For any device and, with `torchrun`, any number of processes. The plain program is shorter. Default: false. */
  readonly distributed?: boolean;
}

/**
 * A complete Python 3 program that needs only PyTorch and NumPy. It contains the data, starts from the engine's first
 * parameters, uses the rows in the engine's order and computes in float64, so it prints the same numbers except for
 * rounding. Throws an Error if recipe and data set do not fit.
 */
export function pytorchScript(recipe: Recipe, dataset: Dataset, { distributed = false }: PytorchOptions = {}): string {
  requireFit(recipe, dataset);
  const form = distributed ? DISTRIBUTED : PLAIN;
  const data = dataPart(recipe, dataset, PYTORCH);
  const straight = [data, splitPart(recipe, dataset), scalePart(recipe, dataset)];
  return `${[
    [introduction(recipe, dataset, 'PyTorch', form.commands), form.imports, form.place, ...straight].join('\n\n'),
    ...pytorchNetworkPart(recipe, form),
    ...form.training(recipe, dataset),
    ...reportPart(recipe, PYTORCH),
  ].join('\n\n\n')}\n`;
}
