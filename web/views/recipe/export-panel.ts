/** The export panel: downloads of the recipe as programs and files, and of the trained network as a model. */
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { saveFile } from '../../charts/save/save-file';
import { datasetNamed } from '../../datasets/datasets';
import { historyCsv, predictionsCsv } from '../../export/csv';
import { modelJson } from '../../export/model-json';
import type { Precision } from '../../export/onnx/onnx-format';
import { type PredictedRow, predictedRows } from '../../export/results';
import { type TrainedModel, trainedModel } from '../../export/trained-model';
import type { Recipe } from '../../recipe/schema';
import { counted, fileStem } from '../../state/page/format';
import type { RunState } from '../../state/run/run-state';
import { base } from '../../styles/base';
import { controls } from '../../styles/controls';

const PYTHON = 'text/x-python';
const CSV = 'text/csv';

const PRECISIONS: Readonly<Record<Precision, string>> = {
  float64: 'float64, as trained',
  float32: 'float32, to about 7 digits',
};

@customElement('mf-export-panel')
export class ExportPanel extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      :host {
        display: grid;
        gap: var(--space-4);
        margin-top: var(--space-4);
      }

      ul {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: var(--space-4);
      }

      li {
        display: grid;
        grid-template-columns: subgrid;
        grid-column: 1 / -1;
        align-items: start;
      }

      .what {
        max-width: 44rem;
      }

      div.what {
        display: grid;
        gap: var(--space-2);
      }

      .choice {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }

      @media (max-width: 40rem) {
        ul,
        li {
          grid-template-columns: minmax(0, 1fr);
          gap: var(--space-2);
        }

        ul {
          gap: var(--space-4);
        }

        button {
          justify-self: start;
        }
      }
    `,
  ];

  /** The recipe to export; null while the draft has problems. */
  @property({ attribute: false }) recipe: Recipe | null = null;
  @property({ attribute: false }) run: RunState | null = null;

  @state() private precision: Precision = 'float64';
  /** Whether the PyTorch program is the one for several devices and processes. */
  @state() private distributed = false;
  /** The result of the last export, as a sentence. */
  @state() private outcome = '';

  override render(): TemplateResult {
    const { recipe, run } = this;
    return html`
      <h3>Export</h3>
      <ul>
        <li>
          <button type="button" ?disabled=${recipe === null} @click=${this.#saveNumpy}>NumPy program</button>
          <p class="what">
            One Python file that needs only NumPy. It contains the data, trains this recipe and prints the numbers that
            the page shows. With <code>--data FILE</code> it trains on another table.
          </p>
        </li>
        <li>
          <button type="button" ?disabled=${recipe === null} @click=${this.#saveNotebook}>Notebook</button>
          <p class="what">The NumPy program in the cells of a Jupyter notebook.</p>
        </li>
        <li>
          <button type="button" ?disabled=${recipe === null} @click=${this.#savePytorch}>PyTorch program</button>
          <div class="what">
            <p>The same training in PyTorch, starting from the same first weights.</p>
            ${this.#form()}
          </div>
        </li>
        <li>
          <button type="button" ?disabled=${run === null} @click=${this.#saveOnnx}>ONNX model</button>
          <div class="what">
            <p>${run === null ? 'There is no run yet.' : standing(run)}</p>
            ${run === null ? nothing : this.#precision()}
          </div>
        </li>
        <li>
          <button type="button" ?disabled=${run === null} @click=${this.#saveModel}>Model as JSON</button>
          <p class="what">
            The same network in a readable file that this page can open again: the recipe, the scaling and every weight.
          </p>
        </li>
        <li>
          <button type="button" ?disabled=${run === null} @click=${this.#saveHistory}>Losses as CSV</button>
          <p class="what">The points of the loss curve by epoch, with all digits.</p>
        </li>
        <li>
          <button type="button" ?disabled=${run === null} @click=${this.#savePredictions}>Predictions as CSV</button>
          <p class="what">The actual value and the current prediction for each test row.</p>
        </li>
      </ul>
      <p class="small" role="status">${this.outcome}</p>
    `;
  }

  #form(): TemplateResult {
    return html`<label class="choice">
      <input
        type="checkbox"
        .checked=${this.distributed}
        @change=${(event: Event) => {
          this.distributed = (event.target as HTMLInputElement).checked;
        }}
      />
      For graphics cards and several processes
    </label>`;
  }

  #precision(): TemplateResult {
    return html`<div class="choice">
      <label for="precision">Precision</label>
      <select
        id="precision"
        @change=${(event: Event) => {
          this.precision = (event.target as HTMLSelectElement).value as Precision;
        }}
      >
        ${Object.entries(PRECISIONS).map(
          ([value, words]) => html`<option value=${value} ?selected=${value === this.precision}>${words}</option>`,
        )}
      </select>
    </div>`;
  }

  readonly #saveNumpy = () =>
    this.#save(this.recipe, async (recipe) => {
      const { numpyScript } = await import('../../export/numpy-script');
      return [`${fileStem(recipe.name)}-numpy.py`, numpyScript(recipe, datasetNamed(recipe.data.source)), PYTHON];
    });

  readonly #saveNotebook = () =>
    this.#save(this.recipe, async (recipe) => {
      const { numpyNotebook } = await import('../../export/numpy-notebook');
      const notebook = numpyNotebook(recipe, datasetNamed(recipe.data.source));
      return [`${fileStem(recipe.name)}.ipynb`, notebook, 'application/x-ipynb+json'];
    });

  readonly #savePytorch = () =>
    this.#save(this.recipe, async (recipe) => {
      const { pytorchScript } = await import('../../export/pytorch-script');
      const program = pytorchScript(recipe, datasetNamed(recipe.data.source), { distributed: this.distributed });
      return [`${fileStem(recipe.name)}-pytorch.py`, program, PYTHON];
    });

  readonly #saveOnnx = () =>
    this.#save(this.run, async (run) => {
      const { onnxModel } = await import('../../export/onnx/onnx-model');
      const { recipe } = run.description;
      const bytes = onnxModel(modelOf(run), datasetNamed(recipe.data.source), this.precision);
      return [`${fileStem(recipe.name)}.onnx`, bytes, 'application/octet-stream'];
    });

  readonly #saveModel = () =>
    this.#save(this.run, async (run) => {
      const { name } = run.description.recipe;
      return [`${fileStem(name)}-model.json`, modelJson(modelOf(run)), 'application/json'];
    });

  readonly #saveHistory = () =>
    this.#save(this.run, async ({ description, curve }) => {
      return [`${fileStem(description.recipe.name)}-losses.csv`, historyCsv(curve), CSV];
    });

  readonly #savePredictions = () =>
    this.#save(this.run, async (run) => {
      const name = `${fileStem(run.description.recipe.name)}-predictions.csv`;
      return [name, predictionsCsv(rowsOf(run)), CSV];
    });

  /** Saves the file that `write` returns, and reports it. */
  async #save<Source>(
    source: Source | null,
    write: (source: Source) => Promise<Parameters<typeof saveFile>>,
  ): Promise<void> {
    if (source === null) return;
    try {
      const [name, content, type] = await write(source);
      saveFile(name, content, type);
      this.outcome = `Saved as ${name}.`;
    } catch {
      this.outcome = 'The export code could not be loaded. Check the connection, then try again.';
    }
  }
}

function modelOf({ description, latest }: RunState): TrainedModel {
  const { recipe, rows } = description;
  const { progress, parameters } = latest;
  const run = { recipe, progress, parameters, trainingRows: rows.training };
  return trainedModel(run, datasetNamed(recipe.data.source));
}

function rowsOf({ description, latest }: RunState): readonly PredictedRow[] {
  const { source, target } = description.recipe.data;
  return predictedRows(datasetNamed(source), target, description.rows.test, latest.testPredictions);
}

/** Describes the run that the model would be exported from. */
function standing({ description, latest }: RunState): string {
  const { name, data } = description.recipe;
  const { batch } = latest.progress;
  const title = name === '' ? 'the current run' : `“${name}”`;
  const age = batch === 0 ? 'not yet trained' : `after ${counted(batch, 'batch', 'batches')}`;
  return `The network of ${title}, ${age}, with its scaling: raw features in, ${data.target} out, for any program that reads ONNX.`;
}
