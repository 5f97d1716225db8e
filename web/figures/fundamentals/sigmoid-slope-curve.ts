/** The slope of the sigmoid, to be drawn below the sigmoid itself. */
import type { Domain } from '../../charts/numbers/off-scale';
import { type PredictedCurve, placesOn } from '../predicted-curve';

const DOMAIN: Domain = [-6, 6];

const CURVE: PredictedCurve = {
  name: 'slope of the sigmoid',
  xAxis: { name: 'input x', domain: DOMAIN },
  yAxis: { name: 'output, slope', domain: [-0.3, 1.1] },
  start: 0.5,
  ground: ({ functions }) => {
    const xs = placesOn(DOMAIN, 121);
    const ys = xs.map((x) => functions.chainValues(['sigmoid'], x)[0] as number);
    return { curves: [{ label: 'the sigmoid', xs, ys, token: '--run-4' }], scatter: null };
  },
  values: ({ functions }, count) => placesOn(DOMAIN, count).map((x) => functions.chainDerivative(['sigmoid'], x)),
};

export default CURVE;
