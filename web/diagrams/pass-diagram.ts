import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { SizeController } from '../charts/observers';
import type { PassStep } from '../state/pass-steps';
import { learningOperations } from './pass-arrays';
import { layOutPass, type PassLayout } from './pass-layout';
import { type PassContext, shapeText } from './pass-names';
import { litBy, NOTHING_LIT, passPicture } from './pass-picture';

/** A pass as boxes and strings, with the step that is on show lit; fires `box-choose` with a box's place, and `name-point` with the name under the pointer, or null. */
@customElement('mf-pass-diagram')
export class PassDiagram extends LitElement {
  @property({ attribute: false }) context!: PassContext;
  /** Null for a picture of the network at no step. */
  @property({ attribute: false }) step: PassStep | null = { phase: 'enter' };
  /** The name of a parameter or of what runs on a string: `W1`, `∂L/∂M1`. */
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
      @pointermove=${(event: Event) => this.point((event.target as Element).closest('[data-name]'))}
      @pointerleave=${() => this.point(null)}
    >
      ${this.available === 0 ? nothing : this.picture()}
    </div>`;
  }

  private picture(): TemplateResult {
    const { operations } = this.context;
    const lit =
      this.step === null ? NOTHING_LIT : litBy(this.step, operations.length, learningOperations(this.context));
    return passPicture(this.context, this.layout(), lit, this.marked, lit.boxes[0] ?? 0, (box) =>
      this.dispatchEvent(new CustomEvent('box-choose', { detail: { box } })),
    );
  }

  private point(named: Element | null): void {
    const name = named?.getAttribute('data-name') ?? null;
    if (name === this.pointed) return;
    this.pointed = name;
    this.dispatchEvent(new CustomEvent('name-point', { detail: name }));
  }

  private layout(): PassLayout {
    const { operations, recipe, pass } = this.context;
    const counts = recipe.layers.map((_, layer) => operations.filter((shape) => shape.layer === layer).length);
    const shapes = pass.trace.operations.flatMap(({ input, output }) => [shapeText(input), shapeText(output)]);
    return layOutPass([...counts, 1], Math.max(...shapes.map(({ length }) => length)), this.available);
  }

  /** Who walks by keys from box to box stays on the one that is lit, and it stays in sight. */
  protected override updated(changed: PropertyValues): void {
    if (!changed.has('step')) return;
    const current = this.renderRoot.querySelector<SVGElement>('.box.lit');
    if (this.shadowRoot?.activeElement && current) current.focus();
    else current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  static override styles = css`
    :host {
      display: block;
    }
    .scroll {
      overflow-x: auto;
    }
    svg {
      display: block;
      overflow: visible;
    }
    text {
      fill: var(--ink-soft);
      font-size: var(--size-1);
      font-variant-numeric: tabular-nums;
      text-anchor: middle;
    }
    .title {
      text-anchor: start;
    }
    .name,
    .letter {
      fill: var(--ink);
      font-weight: 650;
    }
    .letter {
      font-size: var(--size-2);
    }
    .letter.long {
      font-size: 0.75rem;
    }
    .group {
      fill: none;
      stroke: var(--rule);
    }
    .factory,
    .tag {
      fill: var(--sunken);
      stroke: var(--control);
      stroke-linejoin: round;
    }
    .tag {
      fill: var(--surface);
    }
    .string,
    .cord,
    .arrow {
      fill: none;
      stroke: var(--control);
      stroke-width: 1.5px;
    }
    .marked {
      --lit: var(--accent);
    }
    .marked .string,
    .marked .arrow,
    .marked .cord,
    .marked .tag {
      stroke: var(--lit);
      stroke-width: 3px;
    }
    .marked .name {
      text-decoration: underline;
    }
    .box {
      cursor: pointer;
      outline: none;
    }
    .box:hover .factory {
      fill: var(--surface);
    }
    .forth {
      --lit: var(--series-training);
    }
    .back {
      --lit: var(--series-test);
    }
    .string.lit,
    .arrow.lit {
      stroke: var(--lit);
      stroke-width: 3px;
    }
    .string.lit.back {
      stroke-dasharray: 8 4;
    }
    .box.lit .factory {
      fill: color-mix(in srgb, var(--lit) 22%, var(--surface));
      stroke: var(--lit);
      stroke-width: 3px;
    }
    .box.lit .tag,
    .box.lit .cord {
      stroke: var(--lit);
      stroke-width: 2px;
    }
    .box:focus-visible .factory {
      stroke: var(--focus);
      stroke-width: 4px;
    }
    @media (forced-colors: active) {
      .box.lit .factory,
      .marked .string,
      .marked .tag {
        stroke: Highlight;
      }
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-pass-diagram': PassDiagram;
  }
}
