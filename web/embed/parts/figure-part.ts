import { html, LitElement, type nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { FIGURES } from '../../figures/descriptions.js';
import type { FigureValues } from '../../figures/figure-element';
import '../../lessons/figure-slot';
import type { FigureMoved } from '../../lessons/figure-slot';
import type { FigureBlock } from '../../lessons/lesson';
import { base } from '../../styles/base';
import type { EmbedState } from '../api';
import type { Options } from '../options/options';
import { readFigureValues, writeFigureValues } from './figure-texts';
import { emit, type PartMethods } from './part';

/** A figure of the lessons by itself. */
@customElement('mf-embedded-figure')
export class FigurePart extends LitElement implements PartMethods {
  static override styles = base;

  @property({ attribute: false }) options!: Options;

  @state() private figure: FigureBlock | null = null;
  @state() private values: FigureValues = {};
  @state() private sentences: readonly string[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('options')) return;
    const { figure, values } = this.options;
    const before = changed.get('options');
    if (before !== undefined && before.figure === figure && before.values === values) return;
    this.#show(figure, values);
  }

  override render(): TemplateResult | typeof nothing {
    if (this.figure === null) return html`<p class="sheet soft">There is no figure with this name.</p>`;
    return html`${this.sentences.map((sentence) => html`<p class="small" role="status">${sentence} The figure uses its default.</p>`)}
      ${keyed(
        // Another figure needs another key.
        this.figure.name,
        html`<mf-figure-slot
          .figure=${this.figure}
          .values=${this.values}
          @figure-moved=${this.#onMoved}
          @figure-ready=${this.#onReady}
        ></mf-figure-slot>`,
      )}`;
  }

  #show(name: string | null, texts: string | null): void {
    const description = name === null ? undefined : FIGURES[name];
    if (name === null || description === undefined) {
      this.figure = null;
      return;
    }
    const { values, sentences } = readFigureValues(description.fields, texts ?? '');
    this.values = values;
    this.sentences = sentences;
    if (this.figure?.name !== name) this.figure = { kind: 'figure', id: 'f1', name, values };
    if (sentences.length > 0) {
      const problems = sentences.map((sentence) => ({ option: 'values', sentence }));
      emit(this, 'minifactory-error', { problems });
    }
  }

  readonly #onReady = (): void => emit(this, 'minifactory-ready', { part: 'figure' });

  readonly #onMoved = (event: FigureMoved): void => {
    event.stopPropagation();
    this.values = event.detail.values;
    this.sentences = [];
  };

  load(): Promise<void> {
    return this.#refuse();
  }

  run(): Promise<void> {
    return this.#refuse();
  }

  pause(): Promise<void> {
    return this.#refuse();
  }

  getResult(): Promise<never> {
    return this.#refuse();
  }

  async #refuse(): Promise<never> {
    throw new Error('A figure accepts no recipe and trains only with its own buttons. Use the part “playground”.');
  }

  async reset(): Promise<void> {
    this.#show(this.options.figure, this.options.values);
  }

  async getState(): Promise<EmbedState> {
    const { figure } = this;
    if (figure === null) throw new Error('No figure is shown, so it has no state.');
    const values = writeFigureValues(FIGURES[figure.name]?.fields ?? {}, this.values);
    return { version: 1, part: 'figure', run: null, figure: { name: figure.name, values }, lesson: null };
  }

  async setState({ figure }: EmbedState): Promise<void> {
    if (figure === null) throw new Error('This is not the state of a figure.');
    if (figure.name !== this.figure?.name) {
      throw new Error(`This is the state of the figure “${figure.name}”, but “${this.figure?.name ?? ''}” is shown.`);
    }
    this.#show(figure.name, figure.values);
  }
}
