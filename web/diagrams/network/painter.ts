import { formatNumber } from '../../charts/numbers/format';
import { type EdgePlace, edgeEnds, edgeHeight, type NetworkLayout, type UnitPlace } from './layout';
import type { NetworkWeights } from './weights';

const SVG = 'http://www.w3.org/2000/svg';

/** Distance between two layers, in CSS pixels, from which on values are written on the edges. */
const ROOM_FOR_VALUES = 96;

/** What the reader points at or reaches by keys. */
export type Chosen = UnitPlace | EdgePlace | null;

export const isEdge = (chosen: UnitPlace | EdgePlace): chosen is EdgePlace => 'from' in chosen;

/**
 * Paints weights onto the picture by changing one attribute of the edges and rings whose strength has changed, without
 * a new layout. A painter belongs to one layout.
 */
export class NetworkPainter {
  private readonly layout: NetworkLayout;
  private readonly root: SVGSVGElement;
  private readonly edges: readonly SVGPathElement[];
  private readonly rings: readonly { readonly place: UnitPlace; readonly element: SVGElement }[];
  private readonly edgeStrength: Int8Array;
  private readonly ringStrength: Int8Array;

  constructor(layout: NetworkLayout, root: SVGSVGElement) {
    this.layout = layout;
    this.root = root;
    this.edges = [...root.querySelectorAll<SVGPathElement>('.weight-edge')];
    const circles = [...root.querySelectorAll<SVGElement>('.ring')];
    const units = layout.columns.slice(1).flatMap((column) => column.units);
    this.rings = units.map((place, i) => ({ place, element: circles[i] as SVGElement }));
    // No strength has this value, so the first painting sets every attribute.
    this.edgeStrength = new Int8Array(this.edges.length).fill(127);
    this.ringStrength = new Int8Array(this.rings.length).fill(127);
  }

  paint(weights: NetworkWeights | null): void {
    this.layout.edges.forEach(({ from, to }, i) => {
      const strength = weights ? weights.strength(weights.weight(to.column, from.unit, to.unit)) : 0;
      if (strength === this.edgeStrength[i]) return;
      this.edgeStrength[i] = strength;
      this.edges[i]?.setAttribute('data-strength', String(strength));
    });
    this.rings.forEach(({ place, element }, i) => {
      const strength = weights ? weights.strength(weights.bias(place.column, place.unit)) : 0;
      if (strength === this.ringStrength[i]) return;
      this.ringStrength[i] = strength;
      element.setAttribute('data-strength', String(strength));
    });
  }

  /** Highlights the edges of the chosen unit or edge and dims the rest. */
  light(chosen: Chosen): void {
    this.root.classList.toggle('choosing', chosen !== null);
    this.layout.edges.forEach((edge, i) => {
      this.edges[i]?.classList.toggle('lit', touches(edge, chosen));
    });
    for (const element of this.root.querySelectorAll('.unit')) {
      element.classList.toggle('lit', chosen !== null && !isEdge(chosen) && isPlace(element, chosen));
    }
  }

  /** Writes the weights of the highlighted edges beside their far ends, if there is room. */
  writeValues(chosen: Chosen, weights: NetworkWeights | null): void {
    const group = this.root.querySelector('.values');
    if (!group) return;
    const lit = chosen && weights ? this.layout.edges.filter((edge) => touches(edge, chosen)) : [];
    group.replaceChildren(
      ...lit.flatMap((edge) => {
        const { x0, x1 } = edgeEnds(this.layout, edge);
        if (x1 - x0 < ROOM_FOR_VALUES || !weights) return [];
        const comesIn = chosen !== null && (isEdge(chosen) || edge.to === chosen);
        const share = isEdge(chosen as UnitPlace | EdgePlace) ? 0.5 : comesIn ? 0.24 : 0.76;
        const text = document.createElementNS(SVG, 'text');
        text.setAttribute('x', String(x0 + (x1 - x0) * share));
        text.setAttribute('y', String(edgeHeight(edge, share)));
        text.setAttribute('dy', '0.35em');
        text.textContent = formatNumber(weights.weight(edge.to.column, edge.from.unit, edge.to.unit), 2);
        return [text];
      }),
    );
  }
}

/** Whether the edge is chosen, or one of its ends. */
export function touches(edge: EdgePlace, chosen: Chosen): boolean {
  if (chosen === null) return false;
  return isEdge(chosen) ? edge === chosen : edge.from === chosen || edge.to === chosen;
}

function isPlace(element: Element, place: UnitPlace): boolean {
  return (
    element.getAttribute('data-column') === String(place.column) &&
    element.getAttribute('data-unit') === String(place.unit)
  );
}
