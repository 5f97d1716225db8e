import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { saveFile } from '../../charts/save/save-file';
import { isModelText } from '../../export/read-model';
import { minimalRecipe, serialiseRecipe } from '../../recipe/serialise';
import { isShown } from '../../state/page/host-context';
import type { PageState } from '../../state/page/page-state';
import { LARGEST_FILE, tooLarge } from '../../state/recipe/opened-file';
import { draftText } from '../../state/recipe/recipe-state';
import { base } from '../../styles/base';
import { controls } from '../../styles/controls';
import { send } from '../shell/send';
import './export-panel';

/** The longest accepted text, in characters. */
const LONGEST_RECIPE = 1_000_000;

/** The recipe view: the recipe as text, to read, edit, download and open again. */
@customElement('mf-recipe-view')
export class RecipeView extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
        max-width: 60rem;
      }

      textarea {
        display: block;
        width: 100%;
        height: 34rem;
        max-height: 60vh;
        padding: var(--space-3);
        font-family: var(--font-code);
        font-size: var(--size-1);
        line-height: 1.5;
        resize: vertical;
        tab-size: 2;
      }

      textarea[aria-invalid='true'] {
        background: var(--surface);
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }

      .problems {
        display: grid;
        gap: var(--space-2);
      }

      label {
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) state!: PageState;

  /** Whether to leave out fields that have their default value. */
  @state() private isShort = false;
  /** The result of the last copy, download or opened file, as a sentence. */
  @state() private outcome = '';

  override render(): TemplateResult {
    const { text, recipe, textProblems } = this.state;
    return html`
      <h2>The recipe</h2>
      <p>
        One JSON document with everything that the run depends on. The same recipe gives the same numbers, bit for bit,
        in every browser. <code>npm run train -- recipe.json</code> runs it without a page.
        ${this.state.host.site === null ? 'You can also drop a recipe or a model anywhere on the page.' : nothing}
      </p>
      <div class="sheet">
        <label for="text">Recipe as JSON</label>
        <textarea
          id="text"
          spellcheck="false"
          autocomplete="off"
          autocapitalize="off"
          aria-invalid=${textProblems.length > 0}
          aria-describedby="text-problems"
          .value=${live(this.#text)}
          @input=${(event: InputEvent) =>
            send(this, { type: 'text-edited', text: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
      </div>
      <div id="text-problems" role="status">${this.#problems()}</div>
      <div class="actions">
        <button type="button" class="primary" ?disabled=${text === null} @click=${() => send(this, { type: 'text-applied' })}>
          Apply
        </button>
        <button type="button" ?disabled=${text === null} @click=${() => send(this, { type: 'text-dropped' })}>
          Discard the changes
        </button>
        <button type="button" @click=${this.#copy}>Copy</button>
        ${isShown(this.state, 'take-along') ? html`<button type="button" @click=${this.#download}>Download</button>` : nothing}
        <button type="button" @click=${() => this.renderRoot.querySelector<HTMLInputElement>('#file')?.click()}>
          Open a file
        </button>
        <input id="file" type="file" accept=".json,application/json" hidden aria-label="Recipe or model file" @change=${this.#openFile} />
        <button
          type="button"
          aria-pressed=${this.isShort}
          ?disabled=${text !== null || recipe === null}
          @click=${() => {
            this.isShort = !this.isShort;
          }}
        >
          Without defaults
        </button>
        <p class="small" role="status">${this.outcome}</p>
      </div>
      ${isShown(this.state, 'take-along') ? html`<mf-export-panel .recipe=${recipe} .run=${this.state.run}></mf-export-panel>` : nothing}
    `;
  }

  get #text(): string {
    const { text, draft, recipe } = this.state;
    if (text !== null) {
      return text;
    }
    return this.isShort && recipe !== null ? serialiseRecipe(minimalRecipe(recipe)) : draftText(draft);
  }

  #problems(): TemplateResult | typeof nothing {
    const { text, problems, textProblems } = this.state;
    const shown = text === null ? problems : textProblems;
    return shown.length === 0
      ? nothing
      : html`<ul class="problems" aria-label="Problems of the recipe">
        ${shown.map(({ sentence }) => html`<li class="problem">${sentence}</li>`)}
      </ul>`;
  }

  readonly #copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.#text);
      this.outcome = 'Copied.';
    } catch {
      this.renderRoot.querySelector('textarea')?.select();
      this.outcome = 'The browser does not allow the page to copy. The text is selected, so you can copy it yourself.';
    }
  };

  readonly #download = (): void => {
    saveFile('recipe.json', this.#text, 'application/json');
    this.outcome = 'Saved as recipe.json.';
  };

  readonly #openFile = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    input.value = '';
    if (file === undefined) {
      return;
    }
    if (file.size > LARGEST_FILE) {
      this.outcome = tooLarge(file.name);
      return;
    }
    const text = await file.text();
    if (isModelText(text)) {
      this.outcome = '';
      send(this, { type: 'open-file', name: file.name, text });
      return;
    }
    if (text.length > LONGEST_RECIPE) {
      this.outcome = `${file.name} is too large for a recipe.`;
      return;
    }
    send(this, { type: 'text-edited', text });
    send(this, { type: 'text-applied' });
    this.outcome = `Opened ${file.name}.`;
  };
}
