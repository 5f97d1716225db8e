import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { SizeController } from '../charts/drawing/observers';
import { type Box, factoryPath } from '../diagrams/network/factory-box';
import { type GraphBox, type GraphEdge, layOutGraph, lineUnder, type PlacedEdge } from './box-graph-layout';

/** A pulse that moves through a graph. */
export interface GraphPulse {
  /** Indices of the edges that it moves along at the same time. */
  readonly edges: readonly number[];
  readonly isBackward: boolean;
  /** Its position on these edges: 0 at the start, 1 at the end. */
  readonly share: number;
}

/**
 * Functions as boxes, connected by edges. Each edge shows the forward value and the derivative that comes back. `words`
 * is the text equivalent.
 */
@customElement('mf-box-graph')
export class BoxGraph extends LitElement {
  @property({ attribute: false }) boxes: readonly GraphBox[] = [];
  @property({ attribute: false }) edges: readonly GraphEdge[] = [];
  @property({ attribute: false }) words = '';
  @property({ attribute: false }) pulse: GraphPulse | null = null;

  private readonly size = new SizeController(this, '.drawing', () => this.requestUpdate());

  protected override render(): TemplateResult {
    return html`<div class="drawing" role="img" aria-label=${this.words}>
      ${this.size.width > 0 ? this.picture() : nothing}
    </div>`;
  }

  private picture(): TemplateResult {
    const { width, height, boxes, edges } = layOutGraph(this.boxes, this.edges, this.size.width);
    const scale = Math.min(1, this.size.width / width);
    return html`<svg width=${width * scale} height=${height * scale} viewBox="0 0 ${width} ${height}">
      ${edges.map((edge, i) => edgeMark(edge, this.pulse?.edges.includes(i) ? this.pulse : null))}
      ${boxes.map(({ box, place }) => {
        const { x, y, width, height } = place;
        const middle = x + width / 2;
        return box.kind === 'end'
          ? svg`<circle class="end" cx=${middle} cy=${y + height / 2} r=${width / 2} />
              <text class="letter" x=${middle} y=${y + height / 2} dy="0.34em">${box.title}</text>`
          : factory(box, place);
      })}
      ${this.pulse?.edges.map(() => svg`<circle class=${`pulse ${way(this.pulse)}`} r="8" />`)}
    </svg>`;
  }

  /** The position on a curve can only be computed after the curve is drawn. */
  protected override updated(): void {
    const { pulse } = this;
    if (pulse === null) return;
    const paths = this.renderRoot.querySelectorAll<SVGPathElement>('.edge');
    this.renderRoot.querySelectorAll('.pulse').forEach((mark, i) => {
      const path = paths[pulse.edges[i] as number];
      if (path === undefined) return;
      const share = pulse.isBackward ? 1 - pulse.share : pulse.share;
      const { x, y } = path.getPointAtLength(share * path.getTotalLength());
      mark.setAttribute('cx', String(x));
      mark.setAttribute('cy', String(y));
    });
  }

  static override styles = css`
    :host {
      display: block;
      font-size: var(--size-1);
    }
    svg {
      display: block;
      margin: 0 auto;
      overflow: visible;
    }
    .edge {
      fill: none;
      stroke: var(--control);
      stroke-width: 1.75px;
    }
    .forth {
      --lit: var(--series-training);
    }
    .back {
      --lit: var(--series-test);
    }
    .edge.lit {
      stroke: var(--lit);
      stroke-width: 3.5px;
    }
    .pulse {
      fill: var(--lit);
      stroke: var(--surface);
      stroke-width: 2px;
    }
    .factory,
    .end {
      fill: var(--sunken);
      stroke: var(--ink);
      stroke-width: 1.75px;
      stroke-linejoin: round;
    }
    .end {
      fill: var(--surface);
    }
    text {
      fill: var(--ink);
      font-variant-numeric: tabular-nums;
    }
    .name,
    .letter,
    .note {
      text-anchor: middle;
    }
    .name {
      font-size: var(--size-2);
      font-weight: 650;
    }
    .letter {
      font-weight: 650;
    }
    .note {
      fill: var(--ink-soft);
    }
    .slope {
      fill: var(--series-test);
    }
    .forward,
    .backward {
      paint-order: stroke;
      stroke: var(--surface);
      stroke-width: 5px;
      stroke-linejoin: round;
    }
    .forward {
      fill: var(--series-training);
    }
    .backward {
      fill: var(--series-test);
    }
    @media (forced-colors: active) {
      .edge.lit,
      .pulse {
        --lit: Highlight;
      }
      text {
        fill: CanvasText;
        stroke: none;
      }
    }
  `;
}

function factory(box: GraphBox, place: Box) {
  const middle = place.x + place.width / 2;
  const under = lineUnder(box);
  return svg`<path class="factory" d=${factoryPath(place)} />
    <text class="name" x=${middle} y=${place.y + (under === undefined ? 31 : 22)}>${box.title}</text>
    ${under === undefined ? nothing : svg`<text class=${box.slope === undefined ? 'note' : 'note slope'} x=${middle} y=${place.y + 41}>${under}</text>`}`;
}

/** The class name of a direction. */
const way = (pulse: GraphPulse | null): string => (pulse?.isBackward ? 'back' : 'forth');

function edgeMark({ edge: { forward, backward }, path, labels: [over, under] }: PlacedEdge, pulse: GraphPulse | null) {
  return svg`<path class=${pulse === null ? 'edge' : `edge lit ${way(pulse)}`} d=${path} />
    ${forward === undefined ? nothing : svg`<text class="forward" x=${over.x} y=${over.y} text-anchor=${over.anchor}>${forward}</text>`}
    ${backward === undefined ? nothing : svg`<text class="backward" x=${under.x} y=${under.y} text-anchor=${under.anchor}>← ${backward}</text>`}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-box-graph': BoxGraph;
  }
}
