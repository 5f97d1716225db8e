/** The NumPy program as a Jupyter notebook: one cell for each of its parts. Format: nbformat 4.5. */
import type { Dataset } from '../datasets/dataset';
import type { Recipe } from '../recipe/schema';
import { dataPart, scalePart, splitPart } from './data-part';
import { NUMPY } from './dialect';
import { QUIET_NUMPY, story, titleOf } from './introduction';
import { networkPart } from './network-part';
import { numpyTrainingPart } from './numpy-training-part';
import { numpyClasses } from './operations-part';
import { printable } from './python-text';
import { notebookReportPart } from './report-part';
import { requireFit } from './require-fit';

const IMPORTS = `import csv
import math
import sys

import numpy as np

${QUIET_NUMPY}

DATA_FILE = None  # or the name of a CSV file to use instead of the data below`;

type Cell = { readonly kind: 'markdown' | 'code'; readonly text: string };

/** A heading of the program and what follows it in the same block. */
const HEADING = /^# (.+)\n# -+(?:\n|$)/;

/** Text that Markdown shows as it is, on one line. */
function markdownText(text: string): string {
  return printable(text).replace(/[\\`*_{}[\]<>()#+\-.!|$~&:=^]/g, '\\$&');
}

/** One code cell for each heading, which becomes a cell of text above it. */
function cellsOf(blocks: readonly string[]): Cell[] {
  const cells: Cell[] = [];
  let code: string[] = [];
  const close = (): void => {
    if (code.length > 0) cells.push({ kind: 'code', text: code.join('\n\n\n') });
    code = [];
  };
  for (const block of blocks) {
    const [whole = '', title] = HEADING.exec(block) ?? [];
    if (title !== undefined) {
      close();
      cells.push({ kind: 'markdown', text: `## ${title}` });
    }
    const rest = block.slice(whole.length);
    if (rest !== '') code.push(rest);
  }
  close();
  return cells;
}

/** Every line but the last ends with a line break, as in files that Jupyter writes. */
const linesOf = (text: string) => text.split(/(?<=\n)/);

function cellJson({ kind, text }: Cell, index: number) {
  const common = { id: `cell-${index + 1}`, metadata: {}, source: linesOf(text) };
  return kind === 'markdown'
    ? { cell_type: kind, ...common }
    : { cell_type: kind, execution_count: null, outputs: [], ...common };
}

/**
 * The JSON of a notebook that needs only NumPy. Its cells are the NumPy program: they contain the data, train the recipe
 * in the same way as the engine and print the same numbers, except for rounding. Throws an Error if recipe and data set
 * do not fit.
 */
export function numpyNotebook(recipe: Recipe, dataset: Dataset): string {
  requireFit(recipe, dataset);
  const introduction = `# ${markdownText(titleOf(recipe))}\n\n${markdownText(story(recipe, dataset))}`;
  const cells: readonly Cell[] = [
    { kind: 'markdown', text: introduction },
    { kind: 'code', text: IMPORTS },
    ...cellsOf([
      dataPart(recipe, dataset, { ...NUMPY, dataFile: 'DATA_FILE' }),
      splitPart(recipe, dataset),
      scalePart(recipe, dataset),
      ...numpyClasses(recipe),
      ...networkPart(recipe),
      ...numpyTrainingPart(recipe, dataset),
      ...notebookReportPart(recipe, NUMPY),
    ]),
  ];
  const notebook = {
    cells: cells.map(cellJson),
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python' },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}
