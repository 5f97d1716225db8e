import { formatNumber } from '../../charts/numbers/format';
import { type NetworkLayout, type StringPlace, stringEnds, stringHeight, type UnitPlace } from './layout';
import type { NetworkWeights } from './weights';

const SVG = 'http://www.w3.org/2000/svg';

/** Room between two layers, in CSS pixels, from which on values are written onto the strings. */
const ROOM_FOR_VALUES = 96;

/** What the reader points at or walks to. */
export type Chosen = UnitPlace | StringPlace | null;

export const isString = (chosen: UnitPlace | StringPlace): chosen is StringPlace => 'from' in chosen;

/**
 * Puts weights onto the picture by changing one attribute of those strings and rings whose strength has changed; nothing
 * is laid out again. One painter belongs to one layout.
 */
export class NetworkPainter {
  private readonly layout: NetworkLayout;
  private readonly root: SVGSVGElement;
  private readonly strings: readonly SVGPathElement[];
  private readonly rings: readonly { readonly place: UnitPlace; readonly element: SVGElement }[];
  private readonly stringStrength: Int8Array;
  private readonly ringStrength: Int8Array;

  constructor(layout: NetworkLayout, root: SVGSVGElement) {
    this.layout = layout;
    this.root = root;
    this.strings = [...root.querySelectorAll<SVGPathElement>('.string')];
    const circles = [...root.querySelectorAll<SVGElement>('.ring')];
    const units = layout.columns.slice(1).flatMap((column) => column.units);
    this.rings = units.map((place, i) => ({ place, element: circles[i] as SVGElement }));
    // No strength has this value: the first painting sets every attribute.
    this.stringStrength = new Int8Array(this.strings.length).fill(127);
    this.ringStrength = new Int8Array(this.rings.length).fill(127);
  }

  paint(weights: NetworkWeights | null): void {
    this.layout.strings.forEach(({ from, to }, i) => {
      const strength = weights ? weights.strength(weights.weight(to.column, from.unit, to.unit)) : 0;
      if (strength === this.stringStrength[i]) return;
      this.stringStrength[i] = strength;
      this.strings[i]?.setAttribute('data-strength', String(strength));
    });
    this.rings.forEach(({ place, element }, i) => {
      const strength = weights ? weights.strength(weights.bias(place.column, place.unit)) : 0;
      if (strength === this.ringStrength[i]) return;
      this.ringStrength[i] = strength;
      element.setAttribute('data-strength', String(strength));
    });
  }

  /** Lights the strings of what is chosen and dims the rest. */
  light(chosen: Chosen): void {
    this.root.classList.toggle('choosing', chosen !== null);
    this.layout.strings.forEach((string, i) => {
      this.strings[i]?.classList.toggle('lit', touches(string, chosen));
    });
    for (const element of this.root.querySelectorAll('.unit')) {
      element.classList.toggle('lit', chosen !== null && !isString(chosen) && isPlace(element, chosen));
    }
  }

  /** Writes the weights of the lit strings beside their far ends, where there is room. */
  writeValues(chosen: Chosen, weights: NetworkWeights | null): void {
    const group = this.root.querySelector('.values');
    if (!group) return;
    const lit = chosen && weights ? this.layout.strings.filter((string) => touches(string, chosen)) : [];
    group.replaceChildren(
      ...lit.flatMap((string) => {
        const { x0, x1 } = stringEnds(this.layout, string);
        if (x1 - x0 < ROOM_FOR_VALUES || !weights) return [];
        const comesIn = chosen !== null && (isString(chosen) || string.to === chosen);
        const share = isString(chosen as UnitPlace | StringPlace) ? 0.5 : comesIn ? 0.24 : 0.76;
        const text = document.createElementNS(SVG, 'text');
        text.setAttribute('x', String(x0 + (x1 - x0) * share));
        text.setAttribute('y', String(stringHeight(string, share)));
        text.setAttribute('dy', '0.35em');
        text.textContent = formatNumber(weights.weight(string.to.column, string.from.unit, string.to.unit), 2);
        return [text];
      }),
    );
  }
}

function touches(string: StringPlace, chosen: Chosen): boolean {
  if (chosen === null) return false;
  return isString(chosen) ? string === chosen : string.from === chosen || string.to === chosen;
}

function isPlace(element: Element, place: UnitPlace): boolean {
  return (
    element.getAttribute('data-column') === String(place.column) &&
    element.getAttribute('data-unit') === String(place.unit)
  );
}
