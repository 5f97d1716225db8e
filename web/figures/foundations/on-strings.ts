/** Numbers on the strings of a graph, where there is room for a few digits only. */
import { formatTick } from '../../charts/numbers/format';

const DIGITS = 4;

export function onString(value: number): string {
  return formatTick(Number(value.toPrecision(DIGITS)));
}
