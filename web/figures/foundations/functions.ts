/** How chapter 1's functions are written, and their curves between two inputs. */
import type { EngineFunctions } from '../../engine/core-calls';

const TITLES: Readonly<Record<string, string>> = { relu: 'ReLU', 'leaky-relu': 'leaky ReLU' };

export function functionTitle(name: string): string {
  return TITLES[name] ?? name;
}

/** `sigmoid(square(x))`; the names innermost first. */
export function nestedTitle(names: readonly string[], input = 'x'): string {
  return names.reduce((inner, name) => `${functionTitle(name)}(${inner})`, input);
}

export interface Samples {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

/** The step with which the course draws its curves. */
const STEP = 0.01;

/** `f` at every hundredth from `from` to `to`, both included. */
export function sample(from: number, to: number, f: (x: number) => number): Samples {
  const count = Math.round((to - from) / STEP) + 1;
  const xs = Float64Array.from({ length: count }, (_, i) => from + i * STEP);
  return { xs, ys: xs.map(f) };
}

/** The last value of a chain: the outcome of all its functions. */
export function chainValue(functions: EngineFunctions, names: readonly string[], x: number): number {
  return functions.chainValues(names, x).at(-1) as number;
}
