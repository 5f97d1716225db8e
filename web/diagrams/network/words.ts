import { formatCount, formatNumber } from '../../charts/numbers/format';
import type { OperationShape } from '../../engine/types';
import { operationNamed } from '../../explanations/parts';
import type { NetworkWeights } from './weights';

/** How many of a unit's edges its sentence names. */
const NAMED = 3;

/** A layer as the drawing of a network shows it. */
export interface NetworkLayer {
  readonly units: number;
  /** What its units are: `sigmoid`, `leaky ReLU`. */
  readonly word: string;
  /** Every unit has an edge from every unit before it; else only from the one in its own place. */
  readonly isConnected: boolean;
  readonly parameters: number;
  /** Of its activation; null for a layer without one. */
  readonly curve: readonly number[] | null;
}

/** What a network is called in words. */
export interface NetworkNames {
  readonly features: readonly string[];
  readonly target: string;
  readonly layers: readonly NetworkLayer[];
}

const LAYERS = new WeakMap<readonly OperationShape[], readonly NetworkLayer[]>();

/** The layers that these operations make up, in order; the same list for the same operations. */
export function networkLayers(operations: readonly OperationShape[]): readonly NetworkLayer[] {
  const known = LAYERS.get(operations);
  if (known !== undefined) return known;
  const count = (operations.at(-1)?.layer ?? -1) + 1;
  const layers = Array.from({ length: count }, (_, layer) =>
    layerOf(operations.filter((operation) => operation.layer === layer)),
  );
  LAYERS.set(operations, layers);
  return layers;
}

function layerOf(operations: readonly OperationShape[]): NetworkLayer {
  const last = operations.at(-1);
  const parameters = operations.flatMap((operation) => operation.parameters);
  return {
    units: last?.columns ?? 0,
    word: last === undefined ? '' : operationNamed(last.name).word,
    isConnected: operations.some(({ role }) => role === 'weights'),
    parameters: parameters.reduce((sum, { rows, columns }) => sum + rows * columns, 0),
    curve: operations.find(({ role }) => role === 'activation')?.curve ?? null,
  };
}

/** `LSTAT` or `unit 3 of layer 1`; units count from 0 in arrays and from 1 in texts. */
export function unitName(names: NetworkNames, column: number, unit: number): string {
  if (column === 0) return names.features[unit] ?? `feature ${unit + 1}`;
  return `unit ${unit + 1} of layer ${column}`;
}

interface Neighbour {
  readonly name: string;
  readonly weight: number;
}

/** NaN comes first: it is what a reader has to know. */
const strength = ({ weight }: Neighbour): number =>
  Number.isNaN(weight) ? Number.POSITIVE_INFINITY : Math.abs(weight);

function strongest(neighbours: readonly Neighbour[]): string {
  // By comparison, since the difference of two infinite strengths is not a number.
  const sorted = [...neighbours].sort((a, b) => Number(strength(b) > strength(a)) - Number(strength(b) < strength(a)));
  const named = sorted.slice(0, NAMED).map(({ name, weight }) => `${name} (${formatNumber(weight)})`);
  return `${named.join(', ')}${sorted.length > NAMED ? ' …' : ''}`;
}

function incoming(names: NetworkNames, weights: NetworkWeights, column: number, unit: number): Neighbour[] {
  const count = column === 1 ? names.features.length : (names.layers[column - 2]?.units ?? 0);
  return Array.from({ length: count }, (_, from) => ({
    name: column === 1 ? unitName(names, 0, from) : `unit ${from + 1}`,
    weight: weights.weight(column, from, unit),
  }));
}

function outgoing(names: NetworkNames, weights: NetworkWeights, column: number, unit: number): Neighbour[] {
  return Array.from({ length: names.layers[column]?.units ?? 0 }, (_, to) => ({
    name: `unit ${to + 1}`,
    weight: weights.weight(column + 1, unit, to),
  }));
}

/**
 * A feature or unit in words: what it is, its bias, and its strongest edges. `Unit 3 of layer 1, sigmoid, bias 0.120;
 * strongest inputs: LSTAT (−1.20), RM (0.800), …; strongest outputs: unit 2 (0.400), …`
 */
export function describeUnit(
  names: NetworkNames,
  weights: NetworkWeights | null,
  column: number,
  unit: number,
): string {
  const name = unitName(names, column, unit);
  const isOutput = column === names.layers.length;
  const parts = [column === 0 ? `Feature ${name}` : `U${name.slice(1)}`];
  if (isOutput) parts.push(`, the predicted ${names.target}`);
  const layer = names.layers[column - 1];
  if (layer) parts.push(`, ${layer.word}`);
  if (!weights) return `${parts.join('')}, not trained yet`;
  if (layer?.isConnected) {
    parts.push(`, bias ${formatNumber(weights.bias(column, unit))}`);
    parts.push(`; strongest inputs: ${strongest(incoming(names, weights, column, unit))}`);
  }
  if (names.layers[column]?.isConnected)
    parts.push(`; strongest outputs: ${strongest(outgoing(names, weights, column, unit))}`);
  return parts.join('');
}

/** One edge: `LSTAT into unit 3 of layer 1: weight −1.20`. */
export function describeEdge(
  names: NetworkNames,
  weights: NetworkWeights | null,
  layer: number,
  from: number,
  to: number,
): string {
  const ends = `${unitName(names, layer - 1, from)} into ${unitName(names, layer, to)}`;
  if (!names.layers[layer - 1]?.isConnected) return `${ends}, without a weight`;
  return weights ? `${ends}: weight ${formatNumber(weights.weight(layer, from, to))}` : `${ends}: no weight yet`;
}

/** The whole network: `13 features into 13 sigmoid units, then 1 linear unit, which predicts MEDV: 196 parameters.` */
export function describeNetwork(names: NetworkNames, notFinite = 0): string {
  const parameters = names.layers.reduce((sum, layer) => sum + layer.parameters, 0);
  const layers = names.layers.map(({ units, word }) => formatCount(units, `${word} unit`));
  const features = formatCount(names.features.length, 'feature');
  const rest = notFinite === 0 ? '' : ` ${notFinite} of them ${notFinite === 1 ? 'is' : 'are'} not finite.`;
  return `${features} into ${layers.join(', then ')}, which predicts ${names.target}: ${formatCount(parameters, 'parameter')}.${rest}`;
}
