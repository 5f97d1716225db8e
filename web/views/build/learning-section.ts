/** How the model learns: steps, batches, how long, when to stop, from where. */
import { html, type TemplateResult } from 'lit';
import { fieldAt } from '../../recipe/fields';
import { choiceField, type Form, flagField, numberField, spanField } from './fields';

export function learningSummary({ draft }: Form): string {
  const { batchSize, stopAfter } = draft.training;
  return `rate ${draft.optimiser.learningRate}, batches of ${batchSize}, ${stopAfter.count} ${stopAfter.unit}`;
}

export function learningSection(form: Form): TemplateResult {
  return html`
    <p class="help">${onlyChoice('loss.function')} ${onlyChoice('optimiser.method')}</p>
    ${numberField(form, 'optimiser.learningRate')} ${numberField(form, 'training.batchSize')}
    ${spanField(form, 'training.stopAfter')} ${spanField(form, 'training.evaluateEvery')}
    ${flagField(form, 'training.earlyStopping')} ${choiceField(form, 'loss.gradient')}
    ${choiceField(form, 'initialisation.weights')} ${numberField(form, 'training.seed')}
  `;
}

/** What needs no control while there is only one of it. */
function onlyChoice(path: string): string {
  const { title, choices } = fieldAt(path, 'choice');
  return `${title}: ${choices.map(({ label }) => label.toLowerCase()).join(', ')}.`;
}
