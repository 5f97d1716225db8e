/** Which table, which columns, which rows, how scaled. */
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { datasetOf, featureColumns } from '../../state/data/columns';
import { problemInWords } from '../../state/recipe/recipe-state';
import { choiceField, type Form, numberField, problemAt } from './fields';

export function dataSummary({ draft }: Form): string {
  const on = draft.data.features.length;
  const all = featureColumns(draft).length;
  return `${datasetOf(draft).title}, ${on} of ${all} columns`;
}

export function dataSection(form: Form, onSwitch: (name: string, on: boolean) => void): TemplateResult {
  const { draft } = form;
  const problem = problemAt(form, 'data.features');
  return html`
    ${choiceField(form, 'data.source')}
    <fieldset aria-describedby="features-help">
      <legend>Columns the model sees</legend>
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
        It predicts ${draft.data.target}. <a href="#data">What the columns mean, and what is wrong with B</a>
      </p>
    </fieldset>
    ${numberField(form, 'split.testFraction')} ${numberField(form, 'split.validationFraction')}
    ${numberField(form, 'split.seed')} ${choiceField(form, 'scaling.fitOn')}
    ${choiceField(form, 'scaling.constantColumns')}
  `;
}
