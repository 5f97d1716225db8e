/** Three of the build panel's collapsible parts and their summaries: data, learning and quirks. */
import { html, type nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { type Field, fieldAt, partFields } from '../../recipe/fields';
import { datasetOf, featureColumns } from '../../state/data/columns';
import { valueAt } from '../../state/recipe/draft';
import { problemInWords } from '../../state/recipe/recipe-state';
import { choiceField, durationField, type Form, flagField, numberField, problemAt } from './fields';

export function dataSummary({ draft }: Form): string {
  const on = draft.data.features.length;
  const all = featureColumns(draft).length;
  return `${datasetOf(draft).title}, ${on} of ${all} columns`;
}

/** `link` leads to what the columns mean. */
export function dataSection(
  form: Form,
  onSwitch: (name: string, on: boolean) => void,
  link: TemplateResult | typeof nothing,
): TemplateResult {
  const { draft } = form;
  const problem = problemAt(form, 'data.features');
  return html`
    ${choiceField(form, 'data.source')}
    <fieldset aria-describedby="features-help">
      <legend>Columns the model uses</legend>
      <div class="columns">
        ${featureColumns(draft).map(
          ({ name, meaning }) => html`<label title=${meaning}>
            <input
              type="checkbox"
              .checked=${live(draft.data.features.includes(name))}
              @change=${(event: Event) => onSwitch(name, (event.target as HTMLInputElement).checked)}
            />${name}</label
          >`,
        )}
      </div>
      ${problem === undefined ? '' : html`<p class="problem">${problemInWords(problem)}</p>`}
      <p class="help" id="features-help">
        The model predicts ${draft.data.target}. ${link}
      </p>
    </fieldset>
    ${numberField(form, 'split.testFraction')} ${numberField(form, 'split.validationFraction')}
    ${numberField(form, 'split.seed')} ${choiceField(form, 'scaling.fitOn')}
    ${choiceField(form, 'scaling.constantColumns')}
  `;
}

export function learningSummary({ draft }: Form): string {
  const { batchSize, stopAfter } = draft.training;
  return `rate ${draft.optimiser.learningRate}, batches of ${batchSize}, ${stopAfter.count} ${stopAfter.unit}`;
}

/** `hasRate`: whether the learning rate is set elsewhere, so that its field is left out. */
export function learningSection(form: Form, hasRate: boolean): TemplateResult {
  return html`
    ${partControls(form, 'optimiser.method', hasRate ? ['optimiser.learningRate'] : [])} ${numberField(form, 'training.batchSize')}
    ${durationField(form, 'training.stopAfter')} ${durationField(form, 'training.evaluateEvery')}
    ${flagField(form, 'training.earlyStopping')} ${partControls(form, 'loss.function')}
    ${choiceField(form, 'initialisation.weights')} ${numberField(form, 'training.seed')}
  `;
}

/** The choice of a part and its settings. If there is only one part to choose, its name is shown instead. */
function partControls(form: Form, key: string, except: readonly string[] = []): TemplateResult {
  const { title, choices } = fieldAt(key, 'choice');
  const settings = partFields(key, String(valueAt(form.draft, key))).filter(({ path }) => !except.includes(path));
  return html`
    ${
      choices.length > 1
        ? choiceField(form, key)
        : html`<p class="help">${title}: ${choices.map(({ label }) => label.toLowerCase()).join(', ')}.</p>`
    }
    ${settings.map((field) => settingField(form, field))}
  `;
}

function settingField(form: Form, { kind, path }: Field): TemplateResult {
  switch (kind) {
    case 'number':
      return numberField(form, path);
    case 'flag':
      return flagField(form, path);
    default:
      return choiceField(form, path);
  }
}

type Quirk = keyof Form['draft']['quirks'];
const QUIRKS = fieldAt('quirks', 'group').names as readonly Quirk[];

export function quirksSummary({ draft }: Form): string {
  const on = QUIRKS.filter((name) => draft.quirks[name]);
  return on.length === 0 ? 'none' : on.map((name) => fieldAt(`quirks.${name}`, 'flag').title.toLowerCase()).join(', ');
}

export function quirksSection(form: Form): TemplateResult {
  return html`
    <p class="help">
      The numbers printed in the course depend on these. Switch one off to see the difference.
    </p>
    ${QUIRKS.map((name) => flagField(form, `quirks.${name}`))}
  `;
}
