import { html, nothing, svg, type TemplateResult } from 'lit';
import { formatCount } from '../../charts/numbers/format';
import { activationGlyph } from './activation-glyph';
import { factoryPath } from './factory-box';
import { type ColumnPlace, edgePath, type NetworkLayout, type UnitPlace } from './layout';
import { type NetworkNames, unitName } from './words';

/** Longest feature name that is written in full; the unit's label has the whole name. */
const LONGEST_NAME = 12;

export function shortName(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`;
}

/**
 * The picture: words, glyphs and units; and, unless a canvas below it has them, boxes, edges and rings, onto which weights
 * are painted (painter.ts).
 */
export function networkPicture(
  layout: NetworkLayout,
  names: NetworkNames,
  isShort: boolean,
  isOverCanvas = false,
): TemplateResult {
  const { width, height, columns, edges } = layout;
  return html`<svg class=${isOverCanvas ? 'over-canvas' : ''} width=${width} height=${height} viewBox="0 0 ${width} ${height}">
    <g aria-hidden="true">${columns.map((column, i) => factory(layout, column, columnWords(names, i, isShort), names.layers[i - 1]?.curve ?? null))}</g>
    <g class="weight-edges" aria-hidden="true">
      ${isOverCanvas ? nothing : edges.map((edge) => svg`<path class="weight-edge" d=${edgePath(layout, edge)} />`)}
    </g>
    <g aria-hidden="true">${target(layout, names)}</g>
    ${columns.map((column) => column.units.map((unit) => circle(layout, names, unit)))}
    <g class="values" aria-hidden="true"></g>
  </svg>`;
}

function factory(
  layout: NetworkLayout,
  column: ColumnPlace,
  words: readonly string[],
  curve: readonly number[] | null,
) {
  const { em } = layout;
  const { x, box, folds } = column;
  const anchor = box ? 'middle' : 'end';
  const wordsX = box ? x : x + layout.radius / 2;
  return svg`
    ${box ? svg`<path class="factory" d=${factoryPath(box)} />` : nothing}
    ${
      box && curve
        ? svg`<path class="glyph" d=${activationGlyph(curve, x, box.y + box.height - 0.85 * em, 1.5 * em, 0.8 * em)} />`
        : nothing
    }
    ${words.map(
      (word, i) =>
        svg`<text class=${i === 0 ? 'title' : 'word'} x=${wordsX} y=${column.wordsY - (words.length - 1 - i) * 1.25 * em} text-anchor=${anchor}>${word}</text>`,
    )}
    ${folds.map(
      ({ y, hidden }) => svg`<text x=${x} y=${y} text-anchor="middle">+${hidden}</text>
            <text x=${x} y=${y + em} text-anchor="middle">more</text>`,
    )}`;
}

function circle(layout: NetworkLayout, names: NetworkNames, place: UnitPlace) {
  const { column, unit, x, y } = place;
  const { radius, em } = layout;
  const name = unitName(names, column, unit);
  const isFeature = column === 0;
  return svg`<g class="unit" role="img" tabindex="-1" aria-label=${name} data-column=${column} data-unit=${unit}>
    <circle class="halo" cx=${x} cy=${y} r=${radius * 1.55} />
    <circle class=${isFeature ? 'bead' : 'ring'} cx=${x} cy=${y} r=${isFeature ? radius / 2 : radius} />
    ${
      isFeature
        ? svg`<text class="name" x=${x - radius / 2 - 0.5 * em} y=${y} dy="0.35em" text-anchor="end" aria-hidden="true">${shortName(name)}</text>`
        : nothing
    }
  </g>`;
}

/** The edge that leaves the last factory with the target's name on it, or the name alone if there is no room. */
function target(layout: NetworkLayout, names: NetworkNames) {
  const { em, radius, columns, outputX } = layout;
  const { units, box } = columns.at(-1) as ColumnPlace;
  const name = shortName(names.target);
  if (outputX === null) {
    const y = (box?.y ?? 0) + (box?.height ?? 0) + 1.3 * em;
    return svg`<text class="name" x=${columns.at(-1)?.x ?? 0} y=${y} text-anchor="middle">${name}</text>`;
  }
  return units.map(
    ({ x, y }) => svg`<path class="output" d="M${x + radius} ${y}H${outputX}m-5 -4l5 4l-5 4" />
      <text class="name" x=${outputX + 0.4 * em} y=${y} dy="0.35em">${name}</text>`,
  );
}

/** The words above a column: 0 for the features, n for layer n; `isShort` if there is no room for long ones. */
export function columnWords(names: NetworkNames, column: number, isShort: boolean): string[] {
  const layer = names.layers[column - 1];
  if (!layer) return [formatCount(names.features.length, 'feature')];
  if (isShort) return [`layer ${column}`, String(layer.units), layer.word.split(' ')[0] ?? ''];
  return [`layer ${column}`, formatCount(layer.units, 'unit'), layer.word];
}
