import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { EXERCISES } from '../../goals/exercises';
import { type Goal, goalText } from '../../goals/goal';
import { type GoalResult, parseGoal } from '../../goals/parse';
import { type GoalUnits, goalInWords, NO_UNITS } from '../../goals/words';
import { base } from '../../styles/base';
import { controls } from '../../styles/controls';

/** `goal-change`: the typed goal; null if the field is empty, `undefined` if the text is not a goal. */
export type GoalChange = CustomEvent<{ readonly goal: Goal | null | undefined }>;

/** A field for a goal, with the course's goals to choose from. It repeats the goal in words or says what is wrong. */
@customElement('mf-goal-field')
export class GoalField extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: grid;
        gap: var(--space-2);
      }

      label {
        font-weight: 600;
      }

      input {
        width: 100%;
        font-family: var(--font-code);
        font-size: var(--size-1);
      }
    `,
  ];

  /** The initial goal. */
  @property({ attribute: false }) goal: Goal | null = null;
  @property({ attribute: false }) units: GoalUnits = NO_UNITS;

  @state() private text: string | null = null;

  override render(): TemplateResult {
    const text = this.text ?? (this.goal === null ? '' : goalText(this.goal));
    const result = text.trim() === '' ? null : parseGoal(text);
    const isWrong = result?.ok === false;
    return html`<label for="goal">Goal (optional)</label>
      <input
        id="goal"
        type="text"
        list="goals"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        placeholder="test-rmse<4, parameters<=200"
        aria-invalid=${isWrong}
        aria-describedby="words help"
        .value=${text}
        @input=${this.#onInput}
      />
      <datalist id="goals">
        ${EXERCISES.map(({ goal, title }) => html`<option value=${goal} label="${title}: ${goal}"></option>`)}
      </datalist>
      <p id="words" role="status" class=${isWrong ? 'problem' : 'small'}>${this.#words(result)}</p>
      <p id="help" class="small soft">
        Use loss, rmse, mae or r2 on training, validation or test rows, such as test-rmse. To limit the effort, add
        parameters, features, epochs, batches or learning-rate.
      </p>`;
  }

  #words(result: GoalResult | null): string | typeof nothing {
    if (result === null) return nothing;
    return result.ok ? goalInWords(result.goal, this.units) : result.sentence;
  }

  readonly #onInput = (event: Event): void => {
    const text = (event.target as HTMLInputElement).value;
    this.text = text;
    const result = text.trim() === '' ? null : parseGoal(text);
    const goal = result === null ? null : result.ok ? result.goal : undefined;
    this.dispatchEvent(new CustomEvent('goal-change', { detail: { goal } }) satisfies GoalChange);
  };
}
