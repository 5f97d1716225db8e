/** Runs the explanations' NumPy code as one program and compares its results with those of the core. */
import { expect } from 'vitest';
import type { Matrix } from '../../web/engine/types';
import { type Circumstances, type CodeLanguage, holds, type Listing } from '../../web/explanations/explanation';
import { compileAll } from '../../web/explanations/explanations-plugin.js';
import { python } from './export-python';

const TOLERANCE = 1e-12;

/** A number, or rows of numbers; the JSON form of an array, a tuple or a dictionary. */
export type Value = number | string | boolean | null | readonly Value[] | { readonly [name: string]: Value };

/** One computation: a Python expression and the values of its names; lists become arrays. */
export interface Case {
  readonly expression: string;
  readonly given: Readonly<Record<string, Value>>;
}

export const textOf = ({ lines }: Listing): string =>
  lines.map((line) => line.map(({ text }) => text).join('')).join('\n');

/** A recipe without quirks. */
const PLAIN: Circumstances = { summedBiasGradient: false };

/** All listings of a language that apply in these circumstances, in the order of the subjects. */
export function program(language: CodeLanguage, circumstances = PLAIN): string {
  const listings = compileAll().flatMap((explanation) => explanation.listings);
  return listings
    .filter((listing) => listing.language === language && holds(listing.when, circumstances))
    .map(textOf)
    .join('\n\n');
}

const HARNESS = `
import json, sys

def read(value):
    return np.array(value, dtype=float) if isinstance(value, list) else value

def written(value):
    if isinstance(value, dict):
        return {name: written(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [written(one) for one in value]
    return np.asarray(value).tolist()

def passed(operation, X, gradient):
    """What goes on in one operation, forward and backward."""
    output = operation.forward(X)
    input_gradient = operation.backward(gradient)
    return {"output": output, "inputGradient": input_gradient, "gradient": getattr(operation, "gradient", [])}

results = []
for case in json.load(sys.stdin):
    globals().update({name: read(value) for name, value in case["given"].items()})
    results.append(written(eval(case["expression"])))
print(json.dumps(results))
`;

/** The value of each expression, in one run of the program; `extra` are definitions beyond the explanations' own. */
export function evaluate(cases: readonly Case[], extra = '', circumstances = PLAIN): Value[] {
  const script = ['import numpy as np', program('numpy', circumstances), extra, HARNESS].join('\n\n');
  const { output, complaint, exitCode } = python(['-c', script], JSON.stringify(cases));
  expect(complaint).toBe('');
  expect(exitCode).toBe(0);
  return JSON.parse(output);
}

/** As in JSON: a list of rows. */
export const nested = ({ rows, columns, values }: Matrix): number[][] =>
  Array.from({ length: rows }, (_, row) => [...values.subarray(row * columns, (row + 1) * columns)]);

const isNumbers = (value: Value | undefined): value is readonly number[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'number');

/** Equal shapes, and each number equal within this share of itself or of the largest number in its vector or matrix. */
export function expectSame(actual: Value | undefined, expected: Value, what: string, tolerance = TOLERANCE): void {
  const rows = isNumbers(expected)
    ? [expected]
    : Array.isArray(expected) && expected.every(isNumbers)
      ? expected
      : null;
  const scale = rows === null ? 0 : Math.max(0, ...rows.flat().map(Math.abs));
  expectWithin(actual, expected, scale, what, tolerance);
}

function expectWithin(
  actual: Value | undefined,
  expected: Value,
  scale: number,
  what: string,
  tolerance: number,
): void {
  if (typeof expected === 'number' && typeof actual === 'number') {
    const difference = Math.abs(actual - expected);
    const allowed = tolerance * Math.max(Math.abs(expected), scale);
    expect(difference <= allowed, `${what}: ${actual} is not ${expected}, off by ${difference}`).toBe(true);
  } else if (typeof expected === 'object' && expected !== null && typeof actual === 'object' && actual !== null) {
    expect(Object.keys(actual), what).toEqual(Object.keys(expected));
    for (const [name, value] of Object.entries(expected)) {
      const part = (actual as Readonly<Record<string, Value>>)[name];
      if (scale > 0) expectWithin(part, value, scale, `${what}.${name}`, tolerance);
      else expectSame(part, value, `${what}.${name}`, tolerance);
    }
  } else {
    expect(actual, what).toEqual(expected);
  }
}

/** A case with its expected result. */
export interface Expected extends Case {
  readonly expected: Value;
}

/** Evaluates all cases in one run of the program and compares each with its expected result. */
export function expectAll(cases: readonly Expected[], circumstances = PLAIN, tolerance = TOLERANCE): void {
  const results = evaluate(cases, '', circumstances);
  expect(results.length).toBeGreaterThan(0);
  for (const [index, { expression, given, expected }] of cases.entries()) {
    expectSame(results[index], expected, `${expression} of ${JSON.stringify(given).slice(0, 80)}`, tolerance);
  }
}

/** Row by row. */
export const matrix = (rows: number, columns: number, values: readonly number[]): Matrix => {
  return { rows, columns, values: Float64Array.from(values) };
};
