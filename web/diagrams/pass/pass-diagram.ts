import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../charts/save/save-picture';
import { SizeController } from '../../charts/drawing/observers';
import { Transition } from '../../charts/drawing/transition';
import type { Drawing, Element as FollowedElement } from '../../state/inside/inside-state';
import type { PassStep } from '../../state/inside/steps';
import { type FoldedColumn, foldColumn, MOST_UNFOLDED, WINDOW, windowOfColumn } from '../network/column-fold';
import { networkLegend } from '../network/legend';
import { boxesScene } from './scenes/boxes-scene';
import { circlesScene, columnCounts } from './scenes/circles-scene';
import { type FollowedPlace, followedPlace } from './scenes/followed-place';
import { layersScene } from './scenes/layers-scene';
import '../network/network-table';
import type { NetworkWeights } from '../network/weights';
import { learningOperations } from './arrays';
import { boxLabel, drawingWords, litWords } from './drawing-words';
import { networkNames, type PassContext } from './names';
import { type Lit, litBy } from './scenes/lit';
import { pulseShape } from './scenes/pulse';
import { between, type Scene } from './scenes/scene';
import { scenePicture } from './scenes/scene-picture';
import { passDiagramStyles } from './styles';
import { weightsOf } from './weights';

/** Keys in the table do not move through the steps. */
const stay = (event: KeyboardEvent): void => event.stopPropagation();

/** Milliseconds of the transition from one drawing to another. */
const WAY = 500;

/** A circle, by its column (0 for the features, n for layer n) and its index in it. */
export interface UnitChoice {
  readonly column: number;
  readonly unit: number;
}

/** The units on show of an unfolded column, counted from 0. */
interface Unfolded {
  readonly column: number;
  readonly start: number;
}

/**
 * A pass as boxes and edges, as layers, or as circles and lines, with the current step highlighted; one drawing turns
 * into another. Fires `box-choose` with the index of a box, and `unit-choose` with a unit's column and index.
 */
@customElement('mf-pass-diagram')
export class PassDiagram extends LitElement {
  @property({ attribute: false }) context!: PassContext;
  @property({ attribute: false }) step: PassStep = { phase: 'enter' };
  @property({ attribute: false }) drawing: Drawing = 'boxes';
  /** The followed element and the updated parameter, as in the page's state. */
  @property({ attribute: false }) element: FollowedElement | null = null;
  @property({ attribute: false }) updatedParameter = 0;
  /** How far a pulse has come in this step, from 0 to 1; null where none is on its way. */
  @property({ attribute: false }) pulse: number | null = null;
  @state() private available = 0;
  @state() private unfolded: Unfolded | null = null;

  /** The drawing of the current state, the one that a transition starts from, and the one on show. */
  private scene: Scene | null = null;
  private from: Scene | null = null;
  private shown: Scene | null = null;
  private lit: Lit = { boxes: [], edges: [], isBackward: false };
  private followed: FollowedPlace | null = null;
  private weights: NetworkWeights | null = null;
  private readonly transition = new Transition(this, WAY);

  constructor() {
    super();
    const size = new SizeController(this, '.scroll', () => {
      this.available = size.width;
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('context')) this.takeContext(changed.get('context') as PassContext | undefined);
    const { context, step } = this;
    this.followed = followedPlace(context, step, this.element, this.updatedParameter);
    if (changed.has('element') || changed.has('step')) this.bringIntoWindow();
    this.lit = litBy(step, context.operations.length, learningOperations(context));
    if (this.available === 0) return;
    // A frame of the transition or of the pulse changes nothing but its progress.
    const isPulse = changed.size === 1 && changed.has('pulse');
    if (changed.size > 0 && !isPulse) this.scene = this.drawn();
    if (this.shown !== null && (changed.has('drawing') || changed.has('unfolded'))) {
      this.from = this.shown;
      this.transition.start();
    }
    const { share } = this.transition;
    this.shown = this.from && this.scene && share < 1 ? between(this.from, this.scene, share) : this.scene;
  }

  private takeContext(before: PassContext | undefined): void {
    this.weights = weightsOf(this.context);
    if (before?.operations !== this.context.operations) this.unfolded = null;
  }

  private drawn(): Scene {
    const { context, lit, available, weights, followed } = this;
    switch (this.drawing) {
      case 'boxes':
        return boxesScene(context, lit, available);
      case 'layers':
        return layersScene(context, lit, available);
      case 'circles':
        return circlesScene(context, lit, { folded: this.folded(), weights, followed }, available);
    }
  }

  private folded(): FoldedColumn[] {
    const { unfolded, followed } = this;
    return columnCounts(this.context).map((count, column) => {
      if (unfolded?.column === column) return windowOfColumn(count, unfolded.start);
      return foldColumn(count, followed?.column === column ? followed.unit : null);
    });
  }

  protected override render(): TemplateResult {
    const { context, drawing, step } = this;
    return html`<div
        class="scroll"
        role="group"
        aria-label=${`The network as ${drawing}`}
        aria-describedby="drawing lit"
      >
        ${this.shown === null ? nothing : this.picture(this.withPulse(this.shown))}
      </div>
      <mf-save-picture class="save" .picture=${`The network as ${drawing}`}></mf-save-picture>
      ${drawing === 'circles' ? html`<div class="folds">${this.folds()}</div>${networkLegend(this.weights?.limit ?? null)}` : nothing}
      <p id="lit" class=${drawing}>${litWords(context, drawing, step, this.followed)}</p>
      <p id="drawing">${drawingWords(context, drawing)}</p>
      ${drawing === 'circles' ? html`<mf-network-table .names=${networkNames(context)} .weights=${this.weights} @keydown=${stay}></mf-network-table>` : nothing}`;
  }

  private withPulse(scene: Scene): Scene {
    const shape = this.pulse === null ? null : pulseShape(scene, this.lit, this.pulse);
    return shape === null ? scene : { ...scene, shapes: [...scene.shapes, shape] };
  }

  private picture(scene: Scene): TemplateResult {
    const labels = Array.from({ length: this.context.operations.length + 1 }, (_, box) => boxLabel(this.context, box));
    return scenePicture(scene, labels, this.lit.boxes, this.lit.boxes[0] ?? 0, {
      choose: (box) => this.dispatchEvent(new CustomEvent('box-choose', { detail: { box } })),
      follow: (column, unit) =>
        this.dispatchEvent(new CustomEvent<UnitChoice>('unit-choose', { detail: { column, unit } })),
      unfold: (column) => this.unfold(column, 0),
    });
  }

  private unfold(column: number, start: number): void {
    const count = columnCounts(this.context)[column] ?? 0;
    this.unfolded = { column, start: Math.max(0, Math.min(start, count - WINDOW)) };
  }

  /** Scrolls an unfolded column to the followed unit. */
  private bringIntoWindow(): void {
    const { followed, unfolded } = this;
    if (followed === null || followed.column !== unfolded?.column) return;
    const { unit } = followed;
    const isShown = unit >= unfolded.start && unit < unfolded.start + WINDOW;
    if (!isShown) this.unfold(followed.column, unit - (unit % WINDOW));
  }

  /** A line of buttons for each column that is too long to be drawn in full. */
  private folds(): TemplateResult[] {
    return columnCounts(this.context).flatMap((count, column) =>
      count > MOST_UNFOLDED ? [this.foldControls(count, column)] : [],
    );
  }

  private foldControls(count: number, column: number): TemplateResult {
    const { unfolded } = this;
    const name = column === 0 ? 'features' : `units of layer ${column}`;
    const start = unfolded?.column === column ? unfolded.start : null;
    const end = Math.min(count, (start ?? 0) + WINDOW);
    return html`<div class="fold" role="group" aria-label=${`The ${count} ${name}`}>
      <button
        type="button"
        aria-pressed=${start !== null}
        @click=${() => (start === null ? this.unfold(column, 0) : this.fold())}
      >
        Unfold ${column === 0 ? 'the features' : `layer ${column}`}
      </button>
      ${
        start === null || count <= WINDOW
          ? nothing
          : html`<button type="button" aria-label=${`Earlier ${name}`} ?disabled=${start === 0} @click=${() => this.unfold(column, start - WINDOW)}>‹</button>
            <span>${start + 1} to ${end} of ${count}</span>
            <button type="button" aria-label=${`Later ${name}`} ?disabled=${end === count} @click=${() => this.unfold(column, start + WINDOW)}>›</button>`
      }
    </div>`;
  }

  private fold(): void {
    this.unfolded = null;
  }

  /** Moves the focus to the highlighted box if the reader moves by keys, and keeps that box in sight. */
  protected override updated(changed: PropertyValues): void {
    if (!changed.has('step')) return;
    const current = this.renderRoot.querySelector<SVGElement>('.box[aria-current]');
    if (this.shadowRoot?.activeElement?.matches('.box') && current) current.focus();
    // A pulse goes on while its reader looks elsewhere on the page.
    else if (this.pulse === null)
      // With the next frame, when the rest of the view is up to date, so that the browser lays it out only once.
      requestAnimationFrame(() => current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
  }

  static override styles = passDiagramStyles;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-pass-diagram': PassDiagram;
  }
}
