import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { SizeController } from '../../../charts/drawing/observers';
import { boxLabel } from '../../pass/drawing-words';
import { gradientName, type PassContext } from '../../pass/names';
import { boxesScene } from '../../pass/scenes/boxes-scene';
import { NOTHING_LIT } from '../../pass/scenes/lit';
import type { Scene } from '../../pass/scenes/scene';
import { scenePicture } from '../../pass/scenes/scene-picture';
import { passDiagramStyles } from '../../pass/styles';

/**
 * A network as boxes and edges, without a current step. Fires `name-point` with the name of the array under the
 * pointer, or null, and `box-choose` with the index of a box.
 */
@customElement('mf-network-boxes')
export class NetworkBoxes extends LitElement {
  @property({ attribute: false }) context!: PassContext;
  /** The name of a parameter, of an edge's array, or of its gradient: `W1`, `∂L/∂M1`. */
  @property({ attribute: false }) marked: string | null = null;
  @state() private available = 0;
  private pointed: string | null = null;

  constructor() {
    super();
    const size = new SizeController(this, '.scroll', () => {
      this.available = size.width;
    });
  }

  protected override render(): TemplateResult {
    return html`<div
      class="scroll"
      role="group"
      aria-label="Boxes of the network"
      @pointermove=${(event: Event) => this.point((event.target as Element).closest('[data-shows]'))}
      @pointerleave=${() => this.point(null)}
    >
      ${this.available === 0 ? nothing : this.picture()}
    </div>`;
  }

  private picture(): TemplateResult {
    const { context } = this;
    const labels = Array.from({ length: context.operations.length + 1 }, (_, box) => boxLabel(context, box));
    return scenePicture(this.scene(), labels, [], 0, {
      choose: (box) => this.dispatchEvent(new CustomEvent('box-choose', { detail: { box } })),
    });
  }

  private scene(): Scene {
    const scene = boxesScene(this.context, NOTHING_LIT, this.available);
    const isMarked = (name: string | undefined): boolean =>
      name !== undefined && (this.marked === name || this.marked === gradientName(name));
    const shapes = scene.shapes.map((shape) =>
      isMarked(shape.shows) ? { ...shape, style: `${shape.style} marked` } : shape,
    );
    return { ...scene, shapes };
  }

  private point(shape: Element | null): void {
    const name = shape?.getAttribute('data-shows') ?? null;
    if (name === this.pointed) return;
    this.pointed = name;
    this.dispatchEvent(new CustomEvent('name-point', { detail: name }));
  }

  static override styles = [
    passDiagramStyles,
    css`
      .picture text[data-shows] {
        pointer-events: auto;
      }
      .marked:is(.edge, .cord, .tag) {
        stroke: var(--accent);
        stroke-width: 3px;
      }
      .marked.name {
        text-decoration: underline;
      }
      @media (forced-colors: active) {
        .marked:is(.edge, .cord, .tag) {
          stroke: Highlight;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-network-boxes': NetworkBoxes;
  }
}
