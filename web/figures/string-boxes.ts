import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { SizeController } from '../charts/drawing/observers';
import { screenScale } from '../charts/drawing/pointer';
import { formatTick } from '../charts/numbers/format';
import { factoryPath } from '../diagrams/network/factory-box';
import { keyedNumber, type NumberBounds, toStep, writeNumber } from './typed-number';

/** A box between two strings. */
export interface SlopedBox {
  readonly title: string;
  /** How many times as far the string after it moves as the one before it. */
  readonly slope: number;
}

/** A string's bead: its position at rest, and its distance from there. */
export interface Bead {
  readonly name: string;
  readonly rest: string;
  readonly moved: number;
}

const HEIGHT = 228;
const BOX_HEIGHT = 56;
/** The level at which beads rest, and how far one may move up or down, in CSS pixels. */
const LEVEL = 138;
const REACH = 82;
const KNOB = 9;

/**
 * Boxes with a bead on the string before and after each of them. The first bead is pulled with the pointer or the
 * arrow keys; fires `pull` with the new distance. The picture has one scale: `reach` is the largest distance of a bead.
 */
@customElement('mf-string-boxes')
export class StringBoxes extends LitElement {
  @property({ attribute: false }) boxes: readonly SlopedBox[] = [];
  /** One more than boxes. */
  @property({ attribute: false }) beads: readonly Bead[] = [];
  @property({ attribute: false }) bounds: NumberBounds = { min: -1, max: 1, step: 0.01 };
  @property({ attribute: false }) reach = 1;
  /** The picture in words. */
  @property({ attribute: false }) words = '';

  private readonly size = new SizeController(this, '.drawing', () => this.requestUpdate());
  /** Positions of the pointer and the bead when the drag began. */
  private grip: { readonly y: number; readonly moved: number } | null = null;

  protected override render(): TemplateResult {
    return html`<div class="drawing">${this.size.width > 0 ? this.picture() : nothing}</div>`;
  }

  private picture(): TemplateResult {
    const width = Math.min(this.size.width, 190 * this.boxes.length + 150);
    const lane = Math.min(96, width / (2 * this.boxes.length + 1));
    const box = (width - lane * this.beads.length) / this.boxes.length;
    const beadX = (i: number): number => lane / 2 + i * (lane + box);
    return html`<svg width=${width} height=${HEIGHT} viewBox="0 0 ${width} ${HEIGHT}">
      <g role="img" aria-label=${this.words}>
        ${this.boxes.map((sloped, i) => {
          const [x, y] = [lane + i * (lane + box), LEVEL - BOX_HEIGHT / 2];
          const middle = x + box / 2;
          return svg`<path class="string" d="M${beadX(i)} ${LEVEL}H${beadX(i + 1)}" />
            <path class="factory" d=${factoryPath({ x, y, width: box, height: BOX_HEIGHT })} />
            <text class="name" x=${middle} y=${y + 24}>${sloped.title}</text>
            <text class="slope" x=${middle} y=${y + 44}>slope ${formatTick(sloped.slope)}</text>`;
        })}
        ${this.beads.map((bead, i) => this.gauge(bead, beadX(i)))}
      </g>
      ${this.handle(beadX(0))}
    </svg>`;
  }

  private pixels(moved: number): number {
    return Math.max(-REACH, Math.min(REACH, (moved / this.reach) * REACH));
  }

  private gauge({ name, rest, moved }: Bead, x: number) {
    const y = LEVEL - this.pixels(moved);
    const sign = moved > 0 ? '+' : '';
    return svg`<path class="gauge" d="M${x} ${LEVEL - REACH}V${LEVEL + REACH}" />
      <path class="rest" d="M${x - 12} ${LEVEL}h24" />
      <path class="moved" d="M${x} ${LEVEL}V${y}" />
      <circle class="bead" cx=${x} cy=${y} r=${KNOB - 1} />
      <text class="at" x=${x} y=${LEVEL - REACH - 38}>${name}${rest === '' ? '' : ` = ${rest}`}</text>
      <text class="by" x=${x} y=${LEVEL - REACH - 20}>${sign}${formatTick(moved)}</text>`;
  }

  private handle(x: number) {
    const { min, max } = this.bounds;
    const { name, moved } = this.beads[0] as Bead;
    return svg`<g
      class="handle"
      role="slider"
      tabindex="0"
      aria-orientation="vertical"
      aria-label="Pull the string of ${name}"
      aria-valuemin=${min}
      aria-valuemax=${max}
      aria-valuenow=${moved}
      aria-valuetext="moved by ${writeNumber(moved)}"
      transform="translate(${x} ${LEVEL - this.pixels(moved)})"
      @keydown=${this.onKeyDown}
      @pointerdown=${this.onPointerDown}
      @pointermove=${this.onPointerMove}
      @pointerup=${this.onPointerUp}
      @pointercancel=${this.onPointerUp}
    >
      <circle class="touch" r="22" />
      <circle class="ring" r="14" />
      <circle class="knob" r=${KNOB} />
    </g>`;
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    const moved = keyedNumber(event.key, (this.beads[0] as Bead).moved, this.bounds);
    if (moved === null) return;
    event.preventDefault();
    this.pull(moved);
  };

  private readonly onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    this.grip = { y: event.clientY, moved: (this.beads[0] as Bead).moved };
    (event.currentTarget as SVGElement).setPointerCapture(event.pointerId);
  };

  private readonly onPointerMove = (event: PointerEvent): void => {
    if (this.grip === null) return;
    const { y } = screenScale(this.renderRoot.querySelector('.drawing') as Element);
    const up = (this.grip.y - event.clientY) / y;
    this.pull(toStep(this.grip.moved + (up / REACH) * this.reach, this.bounds));
  };

  private readonly onPointerUp = (): void => {
    this.grip = null;
  };

  private pull(moved: number): void {
    if (moved === this.beads[0]?.moved) return;
    this.dispatchEvent(new CustomEvent('pull', { detail: moved }));
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
    text {
      fill: var(--ink);
      text-anchor: middle;
      font-variant-numeric: tabular-nums;
    }
    .name {
      font-size: var(--size-2);
      font-weight: 650;
    }
    .slope {
      fill: var(--series-test);
    }
    .at {
      font-weight: 650;
    }
    .by {
      fill: var(--series-training);
    }
    .string {
      fill: none;
      stroke: var(--control);
      stroke-width: 1.75px;
    }
    .factory {
      fill: var(--sunken);
      stroke: var(--ink);
      stroke-width: 1.75px;
      stroke-linejoin: round;
    }
    .gauge {
      stroke: var(--rule);
      stroke-width: 6px;
      stroke-linecap: round;
    }
    .rest {
      stroke: var(--control);
      stroke-width: 1.75px;
    }
    .moved {
      stroke: var(--series-training);
      stroke-width: 3px;
    }
    .bead {
      fill: var(--series-training);
      stroke: var(--surface);
      stroke-width: 1.5px;
    }
    .handle {
      outline: none;
      cursor: grab;
      touch-action: none;
    }
    .touch {
      fill: transparent;
    }
    .ring {
      fill: none;
      stroke-width: 2.5px;
    }
    .handle:hover .ring {
      stroke: var(--control);
    }
    .handle:focus-visible .ring {
      stroke: var(--focus);
    }
    .knob {
      fill: var(--ink);
      stroke: var(--surface);
      stroke-width: 2px;
    }
    @media (forced-colors: active) {
      text {
        fill: CanvasText;
      }
      .knob {
        fill: CanvasText;
      }
      .handle:focus-visible .ring {
        stroke: Highlight;
      }
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-string-boxes': StringBoxes;
  }
}
