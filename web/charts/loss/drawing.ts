/** The loss chart as SVG, for saving it. On the page it is a canvas, because an SVG is too slow during training. */
import { nothing, render, svg } from 'lit';
import type { CurvePoint } from '../../engine/types';
import { BASELINE, BEHIND_WIDTH, behindStyle, type LineStyle, type LossSeries } from '../frame/line-styles';
import { formatTick } from '../numbers/format';
import { sideOf } from '../numbers/off-scale';
import { plotFrame } from '../plot/layout';
import type { LossMarks } from './marks';
import { axisTitleFor } from './plot';
import { epochRange, linearTicks, lossTicks, shareOfAxis } from './scale';

export interface LossPicture {
  readonly width: number;
  readonly height: number;
  /** Height of small text in CSS pixels. */
  readonly em: number;
  /** What the loss is, with its unit. */
  readonly measure: string;
  readonly curve: readonly CurvePoint[];
  readonly series: readonly LossSeries[];
  readonly marks: LossMarks;
}

/** CSS pixels from the middle of a diamond to its tips. */
const REACH = 5;

export function lossDrawing({ width, height, em, measure, curve, series, marks }: LossPicture): SVGSVGElement {
  const { range, scale, judged } = marks;
  const frame = plotFrame(width, height, em, [...range]);
  const [left, right] = [frame.marginLeft, width - frame.marginRight];
  const [top, bottom] = [frame.marginTop, height - frame.marginBottom];
  const [, lastEpoch] = epochRange(marks.lastEpoch);
  const x = (epoch: number): number => left + (epoch / lastEpoch) * (right - left);
  const y = (loss: number): number => bottom - shareOfAxis(loss, range, scale) * (bottom - top);

  const pathOf = (points: readonly CurvePoint[], key: LossSeries['key']): string =>
    points
      .map((point, index) => `${index === 0 ? 'M' : 'L'}${at(x(point.epoch), y(point[key] ?? Number.NaN))}`)
      .join('');
  const path = (points: readonly CurvePoint[], key: LossSeries['key'], style: LineStyle, thickness: number) =>
    svg`<path d=${pathOf(points, key)} fill="none" stroke="var(${style.token})" stroke-width=${thickness}
      stroke-dasharray=${dashes(style)} stroke-linejoin="round" />`;
  const diamond = (epoch: number, loss: number) =>
    svg`<path transform="translate(${at(x(epoch), y(loss))})" d="M0 ${-REACH}L${REACH} 0L0 ${REACH}L${-REACH} 0Z"
      fill="var(--surface)" stroke="var(${judged.token})" stroke-width="1.5" />`;
  const triangle = (epoch: number, side: number) =>
    svg`<path transform="translate(${at(x(epoch), side === 1 ? top : bottom)})"
      d="M0 0L${REACH} ${1.8 * REACH * side}L${-REACH} ${1.8 * REACH * side}Z" fill="var(--ink)" />`;

  const epochs = linearTicks([0, lastEpoch], (right - left) / (4 * em)).filter((epoch) => Number.isInteger(epoch));
  const losses = lossTicks(range, scale, (bottom - top) / (2.4 * em));
  const drawing = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) {
    drawing.setAttribute(name, String(value));
  }
  render(
    svg`
    <clipPath id="loss-axes"><rect x=${left} y=${top} width=${right - left} height=${bottom - top} /></clipPath>
    <g stroke="var(--rule)">
      ${epochs.map((epoch) => svg`<path d="M${at(x(epoch), top)}V${bottom}" />`)}
      ${losses.map((loss) => svg`<path d="M${at(left, y(loss))}H${right}" />`)}
    </g>
    <g fill="var(--ink-soft)" font-size=${em}>
      ${epochs.map((epoch) => svg`<text x=${x(epoch)} y=${bottom + 1.4 * em} text-anchor="middle">${formatTick(epoch)}</text>`)}
      ${losses.map((loss) => svg`<text x=${left - 0.5 * em} y=${y(loss) + 0.35 * em} text-anchor="end">${formatTick(loss)}</text>`)}
      <text x=${(left + right) / 2} y=${bottom + 2.8 * em} text-anchor="middle">epoch</text>
      <text transform="translate(${at(em, (top + bottom) / 2)}) rotate(-90)" text-anchor="middle">${axisTitleFor(measure, height, em)}</text>
    </g>
    <g clip-path="url(#loss-axes)">
      ${
        marks.baseline === null
          ? nothing
          : svg`<path d="M${at(left, y(marks.baseline))}H${right}" stroke="var(${BASELINE.token})" stroke-width="1.5"
              stroke-dasharray=${dashes(BASELINE)} />`
      }
      ${marks.behind.map((run) => path(run.curve, 'test', behindStyle(run), BEHIND_WIDTH))}
      ${series.map((line) => path(curve, line.key, line, 2))}
    </g>
    ${marks.evaluations.filter(({ loss }) => sideOf(loss, range) === 0).map(({ epoch, loss }) => diamond(epoch, loss))}
    ${marks.beyond.map(({ epoch, side }) => triangle(epoch, side))}`,
    drawing as unknown as HTMLElement,
  );
  return drawing;
}

function at(x: number, y: number): string {
  return `${x.toFixed(2)},${y.toFixed(2)}`;
}

function dashes({ dash }: LineStyle): string {
  return dash.length === 0 ? 'none' : dash.join(' ');
}
