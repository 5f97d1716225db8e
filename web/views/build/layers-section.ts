/** The model as a chain of boxes on an edge: features in, one box a layer, the prediction out. */
import { html, nothing, type TemplateResult } from 'lit';
import { fieldAt } from '../../recipe/fields';
import { parameterCounts, totalParameters } from '../../recipe/parameter-count';
import type { Intent } from '../../state/page/events';
import { counted, whole } from '../../state/page/format';
import { problemInWords } from '../../state/recipe/recipe-state';
import { icon } from '../shell/icons';
import { choiceInput, type Form, numberInput, problemAt, rangeText } from './fields';

export function layersSummary({ draft }: Form): string {
  const widths = [draft.data.features.length, ...draft.layers.map((layer) => layer.units)].join(' → ');
  const total = totalParameters(parameterCounts(draft));
  return total === null ? widths : `${widths}, ${counted(total, 'parameter', 'parameters')}`;
}

export function layersSection(form: Form, onIntent: (intent: Intent) => void): TemplateResult {
  const { draft } = form;
  const counts = parameterCounts(draft);
  const total = totalParameters(counts);
  const most = fieldAt('layers', 'list').maxLength;
  const problem = problemAt(form, 'layers');
  return html`
    <p class="help" id="layers-help">
      ${fieldAt('layers', 'list').help} ${fieldAt('layers[].units', 'number').help}
      ${rangeText(fieldAt('layers[].units', 'number'))} units; at most ${most} layers.
      ${fieldAt('layers[].activation', 'choice').help}
    </p>
    <ol class="chain" aria-describedby="layers-help">
      <li class="end">${counted(draft.data.features.length, 'feature', 'features')} in</li>
      ${draft.layers.map((_, index) => layerBox(form, index, counts[index] ?? null, onIntent))}
      <li class="end">${draft.data.target} out</li>
    </ol>
    ${problem === undefined ? nothing : html`<p class="problem">${problemInWords(problem)}</p>`}
    <div class="chain-foot">
      <button type="button" ?disabled=${draft.layers.length >= most} @click=${() => onIntent({ type: 'layer-added' })}>
        ${icon('add')}Add a layer
      </button>
      <p class="number">${total === null ? '' : html`<strong>${whole(total)}</strong> parameters in all`}</p>
    </div>
  `;
}

function layerBox(
  form: Form,
  index: number,
  parameters: number | null,
  onIntent: (intent: Intent) => void,
): TemplateResult {
  const count = form.draft.layers.length;
  const name = `Layer ${index + 1}`;
  const units = `layers[${index}].units`;
  const activation = `layers[${index}].activation`;
  const problems = [units, activation, `layers[${index}]`].map((path) => problemAt(form, path));
  const move = (by: number) => (event: Event) => {
    const button = event.currentTarget as HTMLElement;
    onIntent({ type: 'layer-moved', from: index, to: index + by });
    refocus(button, index + by);
  };
  return html`<li class="layer" data-layer=${index}>
    <header>
      <h4>${name}${index === count - 1 ? ', the output' : ''}</h4>
      <span class="moves">
        <button type="button" class="icon" data-act="up" aria-label="Move ${name} up" ?disabled=${index === 0} @click=${move(-1)}>
          ${icon('up')}
        </button>
        <button type="button" class="icon" data-act="down" aria-label="Move ${name} down" ?disabled=${index === count - 1} @click=${move(1)}>
          ${icon('down')}
        </button>
        <button
          type="button"
          class="icon"
          aria-label="Remove ${name}"
          ?disabled=${count === 1}
          @click=${() => onIntent({ type: 'layer-removed', index })}
        >
          ${icon('remove')}
        </button>
      </span>
    </header>
    <div class="what">
      <span class="units">${numberInput(form, units, `${name}: units`)}<span class="unit">units</span></span>
      ${choiceInput(form, activation, `${name}: activation`)}
    </div>
    <span id="${units}-help" hidden>${rangeText(fieldAt('layers[].units', 'number'))} units</span>
    <span id="${activation}-help" hidden>${fieldAt('layers[].activation', 'choice').help}</span>
    ${problems.map((problem) => (problem === undefined ? nothing : html`<p class="problem" id="${problem.path}-problem">${problemInWords(problem)}</p>`))}
    <p class="small soft number">${parameters === null ? '' : counted(parameters, 'parameter', 'parameters')}</p>
  </li>`;
}

/** Keeps the focus on the layer that was moved, so that it can be moved again. */
function refocus(button: HTMLElement, index: number): void {
  const root = button.getRootNode() as ShadowRoot;
  const act = button.dataset.act;
  requestAnimationFrame(() => {
    const box = root.querySelector(`[data-layer='${index}']`);
    const same = box?.querySelector<HTMLButtonElement>(`[data-act='${act}']`);
    const other = box?.querySelector<HTMLButtonElement>('[data-act]:not(:disabled)');
    (same?.disabled === false ? same : other)?.focus();
  });
}
