import { html, LitElement, nothing, type PropertyValues, render, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { dequeueDraw, enqueueDraw } from '../../charts/drawing/draw-queue';
import { SizeController, VisibilityController } from '../../charts/drawing/observers';
import { pointIn } from '../../charts/drawing/pointer';
import '../../charts/save/save-picture';
import { ThemeController } from '../../charts/drawing/theme';
import { Throttle } from '../../charts/drawing/throttle';
import type { ParameterShape } from '../../engine/types';
import { CanvasPainter, networkColours } from './canvas-painter';
import { layerButtons } from './layer-buttons';
import { layOutNetwork, type NetworkLayout, type UnitPlace } from './layout';
import { networkLegend } from './legend';
import { type Chosen, isEdge, NetworkPainter } from './painter';
import { columnWords, networkPicture, shortName } from './picture';
import { edgeAt, unitAt, walk } from './pointing';
import { networkStyles } from './styles';
import './network-table';
import { NetworkWeights } from './weights';
import { describeEdge, describeNetwork, describeUnit, type NetworkLayer, type NetworkNames, unitName } from './words';

const HINT = 'Point at a unit or an edge to read its numbers, or move between units with the arrow keys.';

/** Milliseconds between two paintings during training: every second frame, where the device is fast enough. */
const PAINT_INTERVAL = 32;

/** Milliseconds between two changes of text: nobody reads faster. */
const WORDS_INTERVAL = 250;

/** Bounds of the distance between units, compared with the usual one. */
const LEAST_STRETCH = 0.55;
const MOST_STRETCH = 2.2;

/** Mean width of a character in em: of words, and of names, which are often capitals. */
const CHARACTER = 0.56;
const CAPITAL = 0.72;

const widest = (words: readonly string[]): number => Math.max(...words.map(({ length }) => length));

function widthOf(text: string, font: string): number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return 0;
  context.font = font;
  return context.measureText(text).width;
}

/** A network as circles and edges: each layer a small factory, weights as the edges' colour and width. */
@customElement('mf-network-diagram')
export class NetworkDiagram extends LitElement {
  @property({ attribute: false }) featureNames: readonly string[] = [];
  @property({ attribute: false }) targetName = 'target';
  @property({ attribute: false }) layers: readonly NetworkLayer[] = [];
  /** Flat, laid out by `parameterShapes`; null, or of another network, draws neutral edges. */
  @property({ attribute: false }) parameters: Float64Array | null = null;
  /** Layers can be changed and added: fires `layer-chosen` and `layer-wanted`, with the layer's index from 0. */
  @property({ type: Boolean }) editable = false;
  @property({ attribute: false }) parameterShapes: readonly ParameterShape[] = [];
  @state() private layout: NetworkLayout | null = null;
  @state() private limit: number | null = null;
  @state() private notFinite = 0;

  private weights: NetworkWeights | null = null;
  private hasShortWords = false;
  private painter: NetworkPainter | null = null;
  private canvas: CanvasPainter | null = null;
  private hovered: Chosen = null;
  private focused: UnitPlace | null = null;
  private readonly size = new SizeController(this, '.scroll', () => this.layOut());
  private readonly visibility = new VisibilityController(this, () => this.painting.request());
  protected readonly theme = new ThemeController(this, () => {
    this.prepareCanvas();
    this.paint();
  });
  private readonly painting = new Throttle(PAINT_INTERVAL, () => enqueueDraw(this.paint));
  private readonly words = new Throttle(WORDS_INTERVAL, () => this.writeWords());

  private get names(): NetworkNames {
    return { features: this.featureNames, target: this.targetName, layers: this.layers };
  }

  private get counts(): number[] {
    return [this.featureNames.length, ...this.layers.map(({ units }) => units)];
  }

  /** If only the parameters have changed, they are painted onto the existing picture. */
  protected override shouldUpdate(changed: PropertyValues): boolean {
    if (changed.size !== 1 || !changed.has('parameters')) return true;
    if (this.visibility.visible) this.painting.request();
    return false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('featureNames') || changed.has('targetName') || changed.has('layers')) this.layOut();
    if (changed.has('parameterShapes')) this.limit = null;
    this.takeWeights();
  }

  protected override updated(changed: PropertyValues): void {
    const picture = this.renderRoot.querySelector<SVGSVGElement>('.scroll > svg');
    if (changed.has('layout')) {
      this.painter = this.layout && picture ? new NetworkPainter(this.layout, picture) : null;
      this.prepareCanvas();
      this.hovered = null;
      this.focused = this.place(this.shadowRoot?.activeElement ?? null);
      this.rove(this.focused ?? this.layout?.columns[0]?.units[0] ?? null);
      this.light();
    }
    this.paint();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.painting.cancel();
    dequeueDraw(this.paint);
    this.words.cancel();
  }

  /** A canvas keeps the colours it was painted with, so another theme needs another painter. */
  private prepareCanvas(): void {
    const canvas = this.renderRoot.querySelector('canvas');
    this.canvas =
      this.layout && canvas ? new CanvasPainter(this.layout, canvas, networkColours(this.renderRoot)) : null;
  }

  /** The whole picture as SVG, to be saved. */
  private readonly drawSvg = async (): Promise<SVGSVGElement> => {
    const { layout } = this;
    const place = document.createElement('div');
    place.className = 'made';
    this.renderRoot.querySelector('.scroll')?.append(place);
    if (layout !== null) render(networkPicture(layout, this.names, this.hasShortWords), place);
    const picture = place.querySelector('svg') ?? document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    if (layout !== null) new NetworkPainter(layout, picture).paint(this.weights);
    place.replaceWith(picture);
    return picture;
  };

  private layOut(): void {
    if (this.size.width === 0 || this.layers.length === 0 || this.featureNames.length === 0) {
      this.layout = null;
      return;
    }
    const layout = this.layOutWith(false, 1);
    this.hasShortWords = layout.width > this.size.width;
    const natural = this.hasShortWords ? this.layOutWith(true, 1) : layout;
    this.layout = this.fits ? this.fitted(natural) : natural;
  }

  /** Whether the drawing has a height to fit into, rather than one of its own. */
  private get fits(): boolean {
    return this.size.height > 0 && getComputedStyle(this).getPropertyValue('--network-fit').trim() === 'height';
  }

  /** `natural` with its units as far apart as fills the height; never higher, which would add a scroll bar. */
  private fitted(natural: NetworkLayout): NetworkLayout {
    const units = Math.max(...natural.columns.map(({ units }) => (units.at(-1)?.y ?? 0) - (units[0]?.y ?? 0)));
    if (units === 0) return natural;
    let fitted = natural;
    let stretch = 1;
    // Circles grow with the distance, so that the first guess is too high.
    for (let guess = 0; guess < 3; guess += 1) {
      const wanted = stretch + (this.size.height - 2 - fitted.height) / units;
      stretch = Math.min(MOST_STRETCH, Math.max(LEAST_STRETCH, wanted));
      fitted = this.layOutWith(this.hasShortWords, stretch);
    }
    return fitted;
  }

  private layOutWith(shortWords: boolean, stretch: number): NetworkLayout {
    const { fontSize, fontFamily } = getComputedStyle(this.renderRoot.querySelector('.reading') ?? this);
    const em = Number.parseFloat(fontSize);
    const target = shortName(this.targetName);
    const words = this.layers.flatMap((_, i) => columnWords(this.names, i + 1, shortWords));
    return layOutNetwork(this.counts, {
      available: this.size.width,
      em,
      stretch,
      nameWidth: Math.max(
        widest(this.featureNames.map(shortName)) * CAPITAL * em,
        widest(columnWords(this.names, 0, shortWords)) * CHARACTER * em,
      ),
      // Measured, since the name is at the edge, where a broader font would be cut off.
      targetWidth: Math.max(target.length * CAPITAL * em, widthOf(target, `${fontSize} ${fontFamily}`)),
      wordWidth: widest(words) * CHARACTER * em,
      isConnected: this.layers.map(({ isConnected }) => isConnected),
    });
  }

  private takeWeights(): void {
    this.weights = NetworkWeights.of(this.counts, this.parameterShapes, this.parameters, this.limit);
    this.limit = this.weights?.limit ?? null;
    this.notFinite = this.weights?.notFinite ?? 0;
  }

  private readonly paint = (): void => {
    if (!this.visibility.visible) return;
    this.takeWeights();
    this.canvas?.paint(this.weights, this.chosen);
    this.words.request();
  };

  private get chosen(): Chosen {
    return this.hovered ?? this.focused;
  }

  private light(): void {
    this.painter?.light(this.chosen);
    this.canvas?.paint(this.weights, this.chosen);
    this.writeWords();
  }

  private writeWords(): void {
    const reading = this.renderRoot.querySelector('.reading');
    if (reading) reading.textContent = this.describe(this.chosen);
    this.painter?.writeValues(this.chosen, this.weights);
    const table = this.renderRoot.querySelector('mf-network-table');
    if (table) table.weights = this.weights;
  }

  private describe(chosen: Chosen): string {
    if (!chosen) return this.hasAttribute('compact') ? '' : HINT;
    if (!isEdge(chosen)) return describeUnit(this.names, this.weights, chosen.column, chosen.unit);
    return describeEdge(this.names, this.weights, chosen.to.column, chosen.from.unit, chosen.to.unit);
  }

  private readonly onPointerMove = (event: PointerEvent): void => {
    const picture = (event.currentTarget as Element).querySelector('svg');
    if (!this.layout || !picture) return;
    const { x, y } = pointIn(picture, event);
    this.hover(unitAt(this.layout, x, y) ?? edgeAt(this.layout, x, y));
  };

  private readonly onPointerLeave = (): void => this.hover(null);

  private hover(chosen: Chosen): void {
    if (chosen === this.hovered) return;
    this.hovered = chosen;
    this.light();
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    if (!this.layout || !this.focused) return;
    const next = walk(this.layout, this.focused, event.key);
    if (!next) return;
    event.preventDefault();
    this.element(next)?.focus();
  };

  private readonly onFocus = (event: FocusEvent): void => {
    const place = this.place(event.target as Element);
    if (!place) return;
    this.rove(place);
    // Set when the unit is reached and not with every update, so that a screen reader can finish its sentence.
    this.element(place)?.setAttribute('aria-label', describeUnit(this.names, this.weights, place.column, place.unit));
    this.focused = place;
    this.hovered = null;
    this.light();
  };

  private readonly onBlur = (): void => {
    if (this.focused) {
      const { column, unit } = this.focused;
      this.element(this.focused)?.setAttribute('aria-label', unitName(this.names, column, unit));
    }
    this.focused = null;
    this.light();
  };

  /** Makes one unit the tab stop of the picture. */
  private rove(to: UnitPlace | null): void {
    for (const unit of this.renderRoot.querySelectorAll('.unit[tabindex="0"]')) unit.setAttribute('tabindex', '-1');
    if (to) this.element(to)?.setAttribute('tabindex', '0');
  }

  private place(target: Element | null): UnitPlace | null {
    const element = target?.closest('.unit');
    if (!element) return null;
    const column = this.layout?.columns[Number(element.getAttribute('data-column'))];
    return column?.units.find(({ unit }) => unit === Number(element.getAttribute('data-unit'))) ?? null;
  }

  private element({ column, unit }: UnitPlace): SVGElement | null {
    return this.renderRoot.querySelector<SVGElement>(`.unit[data-column="${column}"][data-unit="${unit}"]`);
  }

  protected override render(): TemplateResult {
    return html`<figure>
      <div class="head">
        <figcaption>The network</figcaption>
        ${networkLegend(this.limit)}
      </div>
      <p class="said">${describeNetwork(this.names, this.notFinite)}</p>
      <div
        class="scroll"
        role="application"
        aria-label="Network diagram: move between units and layers with the arrow keys"
        @pointermove=${this.onPointerMove}
        @pointerdown=${this.onPointerMove}
        @pointerleave=${this.onPointerLeave}
        @keydown=${this.onKeyDown}
        @focusin=${this.onFocus}
        @focusout=${this.onBlur}
      >
        ${this.layout ? html`<canvas aria-hidden="true"></canvas>` : nothing}
        ${guard([this.layout], () => (this.layout ? networkPicture(this.layout, this.names, this.hasShortWords, true) : nothing))}
        ${this.editable && this.layout ? guard([this.layout], () => layerButtons(this, this.layout as NetworkLayout, this.names)) : nothing}
      </div>
      <p class="reading" aria-hidden="true"></p>
      <div class="foot">
        <mf-network-table .names=${this.names} .weights=${this.weights}></mf-network-table>
        <mf-save-picture .picture=${'The network'} .made=${this.drawSvg}></mf-save-picture>
      </div>
    </figure>`;
  }

  static override styles = networkStyles;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-network-diagram': NetworkDiagram;
  }
}
