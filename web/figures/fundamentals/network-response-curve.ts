/** The response of the trained network to LSTAT, to be drawn over the test rows. */
import type { Domain } from '../../charts/numbers/off-scale';
import type { PredictedCurve } from '../predicted-curve';
import { withRun } from '../with-run';
import { wholeColumn } from './columns';
import { priceModel } from './price-models';

const MODEL = priceModel('network');
const FEATURE = 'LSTAT';
const DOMAIN: Domain = [1, 38];

const CURVE: PredictedCurve = {
  name: 'curve of the trained network',
  xAxis: { name: 'LSTAT (%)', domain: DOMAIN },
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
      return { curves: [], scatter };
    }),
  values: (engine, count) =>
    withRun(engine, MODEL, (run) => {
      while (run.progress().status === 'training') run.trainBatches(MODEL.training.stopAfter.count);
      const feature = MODEL.data.features.indexOf(FEATURE);
      // A sweep is given in standard deviations from the mean.
      const [mean, next] = run.response(feature, 0, 1, 2).raw as unknown as [number, number];
      const [from, to] = DOMAIN.map((raw) => (raw - mean) / (next - mean)) as [number, number];
      return [...run.response(feature, from, to, count).predictions];
    }),
};

export default CURVE;
