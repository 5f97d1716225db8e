/** The curves that a reader can be asked to draw, by name; each is loaded only on the pages that ask for it. */
import type { PredictedCurve } from './predicted-curve';

type Load = () => Promise<{ readonly default: PredictedCurve }>;

export const PREDICTED_CURVES: Readonly<Record<string, Load>> = {
  'sigmoid-slope': () => import('./fundamentals/sigmoid-slope-curve'),
  'loss-of-one-input': () => import('./foundations/loss-of-one-input-curve'),
  'network-response': () => import('./fundamentals/network-response-curve'),
};
