import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { MatrixPlace } from '../../charts/matrix/place';
import '../../charts/matrix/matrix-table';
import { type Arithmetic, arithmetic, resultText } from '../../diagrams/pass/arithmetic';
import { followed, learnedParameters, type PassArray, partAt, passArrays } from '../../diagrams/pass/arrays';
import { type Meeting, madeAt, usedAt } from '../../diagrams/pass/follow';
import { outputName, type PassContext, shapeText } from '../../diagrams/pass/names';
import { elementName, stepTitle } from '../../diagrams/pass/sentences';
import type { Element, InsideState } from '../../state/inside/inside-state';
import type { PassStep } from '../../state/inside/steps';
import { base } from '../../styles/base';
import { controls } from '../../styles/controls';
import { send } from '../shell/send';
import { afterPaint } from './after-paint';
import { insideArraysStyles } from './styles';

/** The largest number of terms of a sum that are written out. */
const WRITTEN_TERMS = 16;

/** The arrays of one step, and one selected element: how it was computed and where it is used next. */
@customElement('mf-inside-arrays')
export class InsideArrays extends LitElement {
  static override styles = [base, controls, insideArraysStyles];

  @property({ attribute: false }) context!: PassContext;
  @property({ attribute: false }) steps: readonly PassStep[] = [];
  @property({ attribute: false }) at = 0;
  @property({ attribute: false }) inside!: InsideState;

  /** The drawing and the sentence of a step are shown first: its arrays follow with the next frame. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) await afterPaint();
    await super.scheduleUpdate();
  }

  override render(): TemplateResult {
    const { context, inside } = this;
    const step = this.steps[this.at] as PassStep;
    const arrays = passArrays(context, step, inside.updated);
    const { array, element } = followed(arrays, inside.element);
    const key = element.key;
    const found = arithmetic(context, step, element, WRITTEN_TERMS, inside.updated);
    return html`
      ${step.phase === 'update' ? this.#updatedPicker() : nothing}
      <section class="sheet followed" aria-label="Selected number">${this.#followed(array, element, found)}</section>
      <div class="arrays">
        ${arrays.map(
          (one) => html`<section class="sheet" aria-label=${one.name}>
            <mf-matrix-table
              .content=${{ ...one, caption: `${one.name} ${shapeText(one.matrix)}, ${this.#role(one)}` }}
              .chosen=${one.key === key ? element : null}
              .marks=${found?.uses.filter((use) => use.key === one.key) ?? []}
              @element-choose=${(event: CustomEvent<MatrixPlace>) =>
                send(this, { type: 'element-chosen', element: { key: one.key, ...event.detail } })}
            ></mf-matrix-table>
          </section>`,
        )}
      </div>
    `;
  }

  #role({ key, isResult }: PassArray): string {
    const names: Readonly<Record<string, string>> = {
      input: 'the input',
      parameter: 'the parameter',
      output: this.at === 0 ? 'the features' : isResult ? 'the output' : 'the output of the forward pass',
      outputGradient: 'the gradient that arrives',
      inputGradient: 'the gradient passed on',
      gradient: 'the gradient of the parameter',
      predictions: 'the predictions',
      targets: 'the true values',
      updated: 'the parameter after the update',
    };
    const part = partAt(this.context, this.steps[this.at] as PassStep);
    return names[key] ?? part?.walk.labels[key] ?? key;
  }

  #followed(array: PassArray, { row, column }: Element, found: Arithmetic | null): TemplateResult {
    const { context, steps, at } = this;
    const value = array.matrix.values[row * array.matrix.columns + column] as number;
    const made = madeAt(context, steps, at, array);
    const used = usedAt(context, steps, at, array);
    return html`<h3>${elementName(array, row, column)}</h3>
      <p class="equation number" role="status">
        ${found === null ? nothing : html`<span class="expression">${found.expression}</span> = `}<strong>${resultText(value)}</strong>
      </p>
      <p class="small soft">${this.#summedWords(array, found)}</p>
      <div class="ways">
        ${made === null ? nothing : this.#way(`Computed from: ${this.#title(made)}`, made, row, column)}
        ${used === null ? nothing : this.#way(`Used next in: ${this.#title(used)}`, used, row, column)}
      </div>`;
  }

  #title({ at }: Meeting): string {
    return stepTitle(this.context, this.steps[at] as PassStep);
  }

  #way(words: string, { at, key, updated }: Meeting, row: number, column: number): TemplateResult {
    return html`<button
      type="button"
      @click=${() => {
        send(this, { type: 'pass-step-chosen', step: at });
        send(this, { type: 'updated-parameter-chosen', updated });
        send(this, { type: 'element-chosen', element: { key, row, column } });
      }}
    >
      ${words}
    </button>`;
  }

  #summedWords({ key, isResult, name }: PassArray, found: Arithmetic | null): string {
    const { recipe, operations } = this.context;
    const step = this.steps[this.at] as PassStep;
    if (found === null) {
      if (isResult) return `The input of the network: ${outputName(operations, -1)}, after scaling.`;
      return key === 'parameter' || key === 'targets'
        ? 'Choose a number to see how it is computed.'
        : `${name} was computed in an earlier step.`;
    }
    const role = step.phase === 'backward' ? operations[step.operation]?.role : undefined;
    if (key === 'gradient' && role === 'bias' && recipe.quirks.summedBiasGradient) {
      return 'Summed over the rows and also over the units, so that every bias of the layer gets the same gradient. This is the bug of chapter 2. The right gradient sums each column separately.';
    }
    return 'The numbers that it is computed from have a dashed frame below. Choose another number to see how it is computed.';
  }

  #updatedPicker(): TemplateResult {
    return html`<div class="sheet pick">
      <label for="updated">The update of</label>
      <select
        id="updated"
        @change=${(event: Event) =>
          send(this, { type: 'updated-parameter-chosen', updated: Number((event.target as HTMLSelectElement).value) })}
      >
        ${learnedParameters(this.context).map(
          ({ shape }, i) =>
            html`<option value=${i} .selected=${live(i === this.inside.updated)}>${shape.name}</option>`,
        )}
      </select>
    </div>`;
  }
}
