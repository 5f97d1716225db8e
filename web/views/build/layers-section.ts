/** The model as a chain of boxes: the features, one box for each layer, and the prediction. */
import { html, nothing, type TemplateResult } from 'lit';
import { fieldAt, findField, partFields } from '../../recipe/fields';
import { layerWidths, parameterCounts, totalParameters } from '../../recipe/widths';
import type { Intent } from '../../state/page/events';
import { counted, whole } from '../../state/page/format';
import type { DraftLayer } from '../../state/recipe/draft';
import { problemInWords } from '../../state/recipe/recipe-state';
import { icon } from '../shell/icons';
import { choiceInput, type Form, numberInput, problemAt, rangeText } from './fields';

export function layersSummary({ draft }: Form): string {
  const widths = layerWidths(draft)
    .map((width) => width ?? '?')
    .join(' → ');
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
      ${fieldAt('layers', 'list').help} At most ${most} layers. ${fieldAt('layers[].units', 'number').help}
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

export function layerBox(
  form: Form,
  index: number,
  parameters: number | null,
  onIntent: (intent: Intent) => void,
): TemplateResult {
  const count = form.draft.layers.length;
  const name = `Layer ${index + 1}`;
  const path = `layers[${index}]`;
  const { type } = form.draft.layers[index] as DraftLayer;
  const settings = partFields(`${path}.type`, type).map((field) => field.path.replace('layers[]', path));
  const problems = [path, ...settings].map((each) => problemAt(form, each));
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
      ${hasTypes ? choiceInput(form, `${path}.type`, `${name}: type`) : nothing}
      ${settings.map((each) => settingInput(form, each, name))}
    </div>
    ${settings.map((each) => html`<span id="${each}-help" hidden>${settingHelp(each)}</span>`)}
    ${problems.map((problem) => (problem === undefined ? nothing : html`<p class="problem" id="${problem.path}-problem">${problemInWords(problem)}</p>`))}
    <p class="small soft number">${parameters === null ? '' : counted(parameters, 'parameter', 'parameters')}</p>
  </li>`;
}

/** The type can be chosen only if there are several. */
const hasTypes = fieldAt('layers[].type', 'choice').choices.length > 1;

/** The input of one setting of a layer, e.g. its units or its activation. */
function settingInput(form: Form, path: string, layer: string): TemplateResult {
  const field = findField(path);
  const label = `${layer}: ${field?.title.toLowerCase()}`;
  if (field?.kind === 'choice') return choiceInput(form, path, label);
  const unit = field?.kind === 'number' ? field.unit || field.title.toLowerCase() : '';
  return html`<span class="units">${numberInput(form, path, label)}<span class="unit">${unit}</span></span>`;
}

function settingHelp(path: string): string {
  const field = findField(path);
  return field?.kind === 'number' ? `${rangeText(field)} ${field.unit}`.trim() : (field?.help ?? '');
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
