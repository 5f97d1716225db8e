/** Draws an explanation as boxes and edges; each term can be pointed at and reached by keys. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { PictureBox, PictureTerm, TermPicture } from '../../../explanations/explanation';
import { type Box, factoryPath } from '../../network/factory-box';
import { layOutTerms, type TermPlace } from './layout';

/** How a term is written in the picture. */
export interface TermWords {
  readonly name: string;
  readonly shape: string;
  /** The full name, for screen readers. */
  readonly label: string;
  /** A plain word cannot be pointed at. */
  readonly isTerm: boolean;
}

export function termPictureSvg(picture: TermPicture, wordsOf: (term: PictureTerm) => TermWords): TemplateResult {
  const layout = layOutTerms(picture, (term) => Math.max(wordsOf(term).name.length, wordsOf(term).shape.length));
  const { width, height, boxes, terms, bare } = layout;
  return html`<svg width=${width} height=${height} viewBox="0 0 ${width} ${height}">
    ${picture.boxes.map((box, i) => boxGroup(box, boxes[i] as Box, wordsOf))}
    ${bare.map(([[x0, y0], [x1, y1]]) => svg`<path class="edge" d="M${x0} ${y0}L${x1} ${y1}" />`)}
    ${terms.map((place) => termGroup(place, wordsOf(place.term)))}
  </svg>`;
}

function boxGroup({ letter, term }: PictureBox, box: Box, wordsOf: (term: PictureTerm) => TermWords) {
  const drawn = svg`<path class="factory" d=${factoryPath(box)} />
    <text class=${letter.length > 4 ? 'letter long' : 'letter'} x=${box.x + box.width / 2} y=${box.y + box.height / 2} dy="0.35em">${letter}</text>`;
  if (term === null) return svg`<g aria-hidden="true">${drawn}</g>`;
  const { label } = wordsOf({ id: term, name: letter });
  return svg`<g class="term forth" role="button" tabindex="-1" data-term=${term} aria-label=${label}>${drawn}</g>`;
}

function termGroup(
  { term, isBackward, ends, x, nameY, shapeY, tag }: TermPlace,
  { name, shape, label, isTerm }: TermWords,
) {
  const [[x0, y0], [x1, y1]] = ends;
  const half = Math.abs(x1 - x0) / 2;
  // The area for the pointer, which also shows the focus.
  const hit = tag ?? { x: x - half, y: nameY - 13, width: 2 * half, height: shapeY - nameY + 18 };
  const drawn = svg`<rect class=${tag === null ? 'hit' : 'hit tag'} x=${hit.x} y=${hit.y} width=${hit.width} height=${hit.height} rx="3" />
    <path class="edge" d="M${x0} ${y0}L${x1} ${y1}" />
    <path class="arrow" d=${arrowhead(x0, y0, x1, y1)} />
    <text class="name" x=${x} y=${shape === '' && tag !== null ? (nameY + shapeY) / 2 : nameY}>${name}</text>
    ${shape === '' ? nothing : svg`<text class="shape" x=${x} y=${shapeY}>${shape}</text>`}`;
  const way = isBackward ? 'back' : 'forth';
  if (!isTerm) return svg`<g class=${way} aria-hidden="true">${drawn}</g>`;
  return svg`<g class="term ${way}" role="button" tabindex="-1" data-term=${term.id} aria-label=${label}>${drawn}</g>`;
}

function arrowhead(x0: number, y0: number, x1: number, y1: number): string {
  const length = Math.hypot(x1 - x0, y1 - y0);
  const [alongX, alongY] = [((x1 - x0) / length) * 6, ((y1 - y0) / length) * 6];
  const [backX, backY] = [x1 - alongX, y1 - alongY];
  return `M${backX + alongY * 0.8} ${backY - alongX * 0.8}L${x1} ${y1}L${backX - alongY * 0.8} ${backY + alongX * 0.8}`;
}
