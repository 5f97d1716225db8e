/** L as one element of X changes, for the course’s X and W of chapter 1. */
import type { Domain } from '../../charts/numbers/off-scale';
import { type PredictedCurve, placesOn } from '../predicted-curve';
import { drawXAndW, MATRIX_SHAPES } from './drawn-matrices';

const SEED = 190204;
const DOMAIN: Domain = [-5, 2];

const CURVE: PredictedCurve = {
  name: 'curve of L',
  xAxis: { name: 'x₁₁, all other numbers as they are', domain: DOMAIN },
  yAxis: { name: 'L', domain: [0, 5] },
  start: 2.5,
  ground: () => ({ curves: [], scatter: null }),
  values: ({ functions }, count) => {
    const [X, W] = drawXAndW(functions, SEED, MATRIX_SHAPES);
    return placesOn(DOMAIN, count).map((x) => functions.matrixChainAt(X, W, 0, 0, x));
  },
};

export default CURVE;
