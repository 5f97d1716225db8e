import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { EXERCISES, type Exercise } from '../../goals/exercises';
import type { Goal } from '../../goals/goal';
import { withLinkedGoal } from '../../goals/link';
import { parseGoal } from '../../goals/parse';
import { SOLUTIONS } from '../../goals/solutions';
import { goalInWords, unitsOf } from '../../goals/words';
import { linkOf } from '../../recipe/link';
import { presetNamed } from '../../recipe/presets';
import type { Recipe } from '../../recipe/schema';
import { hashOf } from '../place';
import { reference } from '../reference-styles';

/** The exercises with their goals, each with a link that opens it in the playground, and a solution behind a button. */
@customElement('mf-exercises')
export class ExercisesView extends LitElement {
  static override styles = [
    ...reference,
    css`
      section {
        justify-items: start;
        max-width: 44rem;
      }

      .solution {
        display: grid;
        justify-items: start;
        gap: var(--space-2);
        padding-inline-start: var(--space-3);
        border-inline-start: 3px solid var(--accent);
      }

      .solution:focus {
        outline: none;
      }

      @media print {
        button {
          display: none;
        }
      }
    `,
  ];

  /** The link to the solved run, by the id of each exercise whose solution is shown. */
  @state() private shown: ReadonlyMap<string, string> = new Map();

  protected override render(): TemplateResult {
    return html`<div class="intro">
        <h1 tabindex="-1">Exercises</h1>
        <p>
          Each exercise opens in the playground with a run that misses its goal. Change anything and train; the page
          shows when you reach the goal. Each exercise has more than one solution.
          <a href=${hashOf({ kind: 'teaching' })}>Teaching with this</a> lists more material for a course.
        </p>
      </div>
      ${EXERCISES.map((exercise, place) => this.#exercise(exercise, place + 1))}`;
  }

  #exercise({ id, title, task, preset, goal: text }: Exercise, number: number): TemplateResult {
    const goal = goalOf(text);
    const start = presetNamed(preset)?.recipe as Recipe;
    const solved = this.shown.get(id);
    return html`<section id=${id}>
      <h2>${number} ${title}</h2>
      <p>${task}</p>
      <p><strong>${goalInWords(goal, unitsOf(start))}</strong></p>
      <p><a href="#train?${withLinkedGoal(`preset=${preset}`, goal)}">Open it in the playground</a></p>
      ${
        solved === undefined
          ? html`<button type="button" aria-label="Show a solution of ${title}" @click=${() => this.#show(id, preset, goal)}>
              Show a solution
            </button>`
          : html`<div class="solution" tabindex="-1">
              <p>${SOLUTIONS[id]?.words}</p>
              <a href="#train?${solved}">Open the solution in the playground</a>
            </div>`
      }
    </section>`;
  }

  async #show(id: string, preset: string, goal: Goal): Promise<void> {
    const start = presetNamed(preset)?.recipe as Recipe;
    const recipe = SOLUTIONS[id]?.recipe(start) ?? start;
    const link = withLinkedGoal(await linkOf({ recipe, parameters: null }), goal);
    this.shown = new Map(this.shown).set(id, link);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${id} .solution`)?.focus();
  }
}

function goalOf(text: string): Goal {
  const result = parseGoal(text);
  if (!result.ok) throw new Error(result.sentence);
  return result.goal;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-exercises': ExercisesView;
  }
}
