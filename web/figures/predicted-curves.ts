/** Curves that a reader can be asked to draw before they are shown. The engine computes them. */
import type { Domain } from '../charts/numbers/off-scale';
import type { Engine } from '../engine/engine';
import { drawXAndW, MATRIX_SHAPES } from './foundations/drawn-matrices';
import { wholeColumn } from './fundamentals/columns';
import { priceModel } from './fundamentals/price-models';
import type { PlaneAxis, PlaneCurve, PlaneScatter } from './plane';
import { withRun } from './with-run';

/** The points and curves that are shown before the prediction. */
export interface Ground {
  readonly curves: readonly PlaneCurve[];
  readonly scatter: PlaneScatter | null;
}

export interface PredictedCurve {
  /** The name of the curve, to be used after “Your” and “The”. */
  readonly name: string;
  readonly xAxis: PlaneAxis;
  readonly yAxis: PlaneAxis;
  /** The y of all points before the reader draws. */
  readonly start: number;
  readonly ground: (engine: Engine) => Ground;
  /** The curve at `count` positions, evenly spaced over the x axis, including both ends. */
  readonly values: (engine: Engine, count: number) => readonly number[];
}

/** `count` evenly spaced numbers from one end of a domain to the other. */
export function placesOn([from, to]: Domain, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));
}

const NOTHING: Ground = { curves: [], scatter: null };

/** The course’s X and W of chapter 1, with the element that changes in the upper left. */
const SEED = 190204;

const MODEL = priceModel('network');
const FEATURE = 'LSTAT';

const SIGMOID_DOMAIN: Domain = [-6, 6];
const ELEMENT_DOMAIN: Domain = [-5, 2];
const FEATURE_DOMAIN: Domain = [1, 38];

export const PREDICTED_CURVES: Readonly<Record<string, PredictedCurve>> = {
  'sigmoid-slope': {
    name: 'slope of the sigmoid',
    xAxis: { name: 'input x', domain: SIGMOID_DOMAIN },
    yAxis: { name: 'output, slope', domain: [-0.3, 1.1] },
    start: 0.5,
    ground: ({ functions }) => {
      const xs = placesOn(SIGMOID_DOMAIN, 121);
      const ys = xs.map((x) => functions.chainValues(['sigmoid'], x)[0] as number);
      return { ...NOTHING, curves: [{ label: 'the sigmoid', xs, ys, token: '--run-4' }] };
    },
    values: ({ functions }, count) =>
      placesOn(SIGMOID_DOMAIN, count).map((x) => functions.chainDerivative(['sigmoid'], x)),
  },
  'loss-of-one-input': {
    name: 'curve of L',
    xAxis: { name: 'x₁₁, all other numbers as they are', domain: ELEMENT_DOMAIN },
    yAxis: { name: 'L', domain: [0, 5] },
    start: 2.5,
    ground: () => NOTHING,
    values: ({ functions }, count) => {
      const [X, W] = drawXAndW(functions, SEED, MATRIX_SHAPES);
      return placesOn(ELEMENT_DOMAIN, count).map((x) => functions.matrixChainAt(X, W, 0, 0, x));
    },
  },
  'network-response': {
    name: 'curve of the trained network',
    xAxis: { name: 'LSTAT (%)', domain: FEATURE_DOMAIN },
    yAxis: { name: 'price, $1000s', domain: [0, 55] },
    start: 22.5,
    ground: (engine) =>
      withRun(engine, MODEL, (run) => {
        const rows = run.rows('test');
        const of = (name: string) => {
          const column = wholeColumn(MODEL.data, name);
          return Array.from(rows, (row) => column[row] as number);
        };
        const scatter = { label: 'a test row', xs: of(FEATURE), ys: of(MODEL.data.target), token: '--series-test' };
        return { ...NOTHING, scatter };
      }),
    values: (engine, count) =>
      withRun(engine, MODEL, (run) => {
        while (run.progress().status === 'training') run.trainBatches(MODEL.training.stopAfter.count);
        const feature = MODEL.data.features.indexOf(FEATURE);
        // A sweep is given in standard deviations from the mean.
        const [mean, next] = run.response(feature, 0, 1, 2).raw as unknown as [number, number];
        const [from, to] = FEATURE_DOMAIN.map((raw) => (raw - mean) / (next - mean)) as [number, number];
        return [...run.response(feature, from, to, count).predictions];
      }),
  },
};
