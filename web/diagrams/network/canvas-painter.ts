/** Paints what changes with the weights on a canvas: edges and rings from the weakest to the strongest. */
import { factoryPath } from './factory-box';
import { type EdgePlace, edgeEnds, type NetworkLayout, type UnitPlace } from './layout';
import { type Chosen, touches } from './painter';
import { type NetworkWeights, STRENGTHS } from './weights';

/** How one strength is drawn. */
interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly opacity: number;
}

/** Strokes by strength, from −STRENGTHS to STRENGTHS, and the colours of the boxes. */
export interface NetworkColours {
  readonly edges: readonly Stroke[];
  readonly rings: readonly Stroke[];
  readonly surface: string;
  readonly box: string;
  readonly wall: string;
}

const SVG = 'http://www.w3.org/2000/svg';
const FAINT = 0.08;

/** Reads the styles of the drawing in `root` as a canvas needs them; they change with the theme. */
export function networkColours(root: ParentNode): NetworkColours {
  const probe = document.createElementNS(SVG, 'svg');
  probe.setAttribute('width', '0');
  probe.setAttribute('height', '0');
  const add = (name: string, className: string, strength?: number): Element => {
    const element = document.createElementNS(SVG, name);
    element.setAttribute('class', className);
    if (strength !== undefined) element.setAttribute('data-strength', String(strength));
    probe.append(element);
    return element;
  };
  const strengths = Array.from({ length: 2 * STRENGTHS + 1 }, (_, index) => index - STRENGTHS);
  const edges = strengths.map((strength) => add('path', 'weight-edge', strength));
  const rings = strengths.map((strength) => add('circle', 'ring', strength));
  const box = add('path', 'factory');
  root.append(probe);
  const colours = {
    edges: edges.map(strokeOf),
    rings: rings.map(strokeOf),
    surface: getComputedStyle(rings[0] as Element).fill,
    box: getComputedStyle(box).fill,
    wall: getComputedStyle(box).stroke,
  };
  probe.remove();
  return colours;
}

function strokeOf(element: Element): Stroke {
  const { stroke, strokeWidth, strokeOpacity } = getComputedStyle(element);
  return { colour: stroke, width: Number.parseFloat(strokeWidth), opacity: Number(strokeOpacity) };
}

/** A painter belongs to one layout and one theme. */
export class CanvasPainter {
  readonly #layout: NetworkLayout;
  readonly #canvas: HTMLCanvasElement;
  readonly #colours: NetworkColours;
  readonly #paths: readonly Path2D[];
  readonly #boxes: readonly Path2D[];
  readonly #rings: readonly UnitPlace[];
  readonly #strengths: Int8Array;
  #chosen: Chosen = null;
  #isPainted = false;

  constructor(layout: NetworkLayout, canvas: HTMLCanvasElement, colours: NetworkColours) {
    this.#layout = layout;
    this.#canvas = canvas;
    this.#colours = colours;
    this.#paths = layout.edges.map((edge) => edgeCurve(layout, edge));
    this.#boxes = layout.columns.flatMap(({ box }) => (box === null ? [] : new Path2D(factoryPath(box))));
    this.#rings = layout.columns.slice(1).flatMap(({ units }) => units);
    this.#strengths = new Int8Array(layout.edges.length + this.#rings.length);
    const ratio = Math.max(1, devicePixelRatio);
    canvas.width = Math.round(layout.width * ratio);
    canvas.height = Math.round(layout.height * ratio);
    canvas.style.width = `${layout.width}px`;
    canvas.style.height = `${layout.height}px`;
    canvas.getContext('2d')?.setTransform(ratio, 0, 0, ratio, 0, 0);
  }

  /** Paints again if a strength or what is chosen has changed. */
  paint(weights: NetworkWeights | null, chosen: Chosen): void {
    const hasChanged = this.#takeStrengths(weights) || chosen !== this.#chosen || !this.#isPainted;
    if (!hasChanged) return;
    this.#chosen = chosen;
    this.#isPainted = true;
    const context = this.#canvas.getContext('2d');
    if (context === null) return;
    const { width, height } = this.#layout;
    context.clearRect(0, 0, width, height);
    this.#drawBoxes(context);
    this.#drawEdges(context);
    this.#drawRings(context);
  }

  #takeStrengths(weights: NetworkWeights | null): boolean {
    let hasChanged = false;
    const take = (index: number, value: number) => {
      const strength = weights === null ? 0 : weights.strength(value);
      if (this.#strengths[index] === strength) return;
      this.#strengths[index] = strength;
      hasChanged = true;
    };
    this.#layout.edges.forEach(({ from, to }, i) => {
      take(i, weights?.weight(to.column, from.unit, to.unit) ?? 0);
    });
    const first = this.#layout.edges.length;
    this.#rings.forEach(({ column, unit }, i) => {
      take(first + i, weights?.bias(column, unit) ?? 0);
    });
    return hasChanged;
  }

  #drawBoxes(context: CanvasRenderingContext2D): void {
    const { box, wall } = this.#colours;
    context.globalAlpha = 1;
    context.lineWidth = 1;
    context.lineJoin = 'round';
    context.fillStyle = box;
    context.strokeStyle = wall;
    for (const path of this.#boxes) {
      context.fill(path);
      context.stroke(path);
    }
  }

  /** From the weakest to the strongest, so that the strong ones lie on top; edges that are not chosen are faint. */
  #drawEdges(context: CanvasRenderingContext2D): void {
    const chosen = this.#chosen;
    const isLit = (edge: EdgePlace) => chosen !== null && touches(edge, chosen);
    const lit = this.#layout.edges.map(isLit);
    const size = (i: number) => Math.abs(this.#strengths[i] as number) + (lit[i] ? 2 * STRENGTHS : 0);
    const order = lit.map((_, i) => i).sort((one, other) => size(one) - size(other));
    for (const i of order) {
      const strength = this.#strengths[i] as number;
      const { colour, width, opacity } = this.#colours.edges[strength + STRENGTHS] as Stroke;
      context.globalAlpha = chosen === null ? opacity : lit[i] ? 1 : FAINT;
      context.strokeStyle = colour;
      context.lineWidth = width;
      context.setLineDash(lit[i] && strength < 0 ? [7, 3] : []);
      // One by one: a path of many curves that cross takes a browser longer than the curves do.
      context.stroke(this.#paths[i] as Path2D);
    }
    context.setLineDash([]);
  }

  #drawRings(context: CanvasRenderingContext2D): void {
    const first = this.#layout.edges.length;
    const { radius } = this.#layout;
    context.globalAlpha = 1;
    context.fillStyle = this.#colours.surface;
    this.#rings.forEach(({ x, y }, i) => {
      const { colour, width } = this.#colours.rings[(this.#strengths[first + i] as number) + STRENGTHS] as Stroke;
      context.strokeStyle = colour;
      context.lineWidth = width;
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.fill();
      context.stroke();
    });
  }
}

/** An edge is horizontal at both ends. */
function edgeCurve(layout: NetworkLayout, edge: EdgePlace): Path2D {
  const { x0, x1 } = edgeEnds(layout, edge);
  const middle = (x0 + x1) / 2;
  const path = new Path2D();
  path.moveTo(x0, edge.from.y);
  path.bezierCurveTo(middle, edge.from.y, middle, edge.to.y, x1, edge.to.y);
  return path;
}
