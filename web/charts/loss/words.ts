/** The loss chart's sentence about stored runs behind the live one, and the rows of its table. */
import type { CurvePoint } from '../../engine/types';
import type { LossSeries, RunBehind } from '../frame/line-styles';
import { formatNumber } from '../numbers/format';
import { epochsOf, thinRows } from './data';

/** One line for each run that has a point at this epoch. */
export function lossesBehind(behind: readonly RunBehind[], epoch: number): string[] {
  return behind.flatMap(({ name, curve }) => {
    const point = curve.find((each) => each.epoch === epoch);
    return point ? [`${name}, test ${formatNumber(point.test)}`] : [];
  });
}

/** A sentence to append to another; empty if there is no run behind. */
export function endsBehind(behind: readonly RunBehind[]): string {
  const ends = behind.flatMap(({ name, curve }) => {
    const last = curve.at(-1);
    return last ? [`${name} has ${formatNumber(last.test)} on its test rows after epoch ${last.epoch}`] : [];
  });
  return ends.length === 0 ? '' : ` Behind it: ${ends.join('; ')}.`;
}

/** At most `most` rows, one for each epoch at which any run has a point: the live losses, then those behind. */
export function lossRows(
  curve: readonly CurvePoint[],
  series: readonly LossSeries[],
  behind: readonly RunBehind[],
  most: number,
): string[][] {
  const byEpoch = (points: readonly CurvePoint[]) => new Map(points.map((point) => [point.epoch, point]));
  const live = byEpoch(curve);
  const others = behind.map((run) => byEpoch(run.curve));
  const text = (loss: number | null | undefined): string => (loss == null ? '' : formatNumber(loss, 4));
  return thinRows(epochsOf(curve, behind), most).map((epoch) => [
    String(epoch),
    ...series.map(({ key }) => text(live.get(epoch)?.[key])),
    ...others.map((points) => text(points.get(epoch)?.test)),
  ]);
}
