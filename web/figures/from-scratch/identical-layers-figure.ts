import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { heatLimit } from '../../charts/matrix/heat-scale';
import { formatNumber } from '../../charts/numbers/format';
import type { Matrix } from '../../engine/types';
import type { Recipe } from '../../recipe/schema';
import { counted } from '../../state/page/format';
import type { RunState } from '../../state/run/run-state';
import { choiceField } from '../choice-field';
import { TrainedFigure } from '../trained-figure';
import { courseRecipe, MadeRecipes } from './recipes';
import { weightMap, weightMapStyles } from './weight-map';

const SEEDINGS: Readonly<Record<string, string>> = {
  'each-layer': 'Seeded for each layer',
  'one-generator': 'One for all layers',
};

/** The weights of both hidden layers and their difference: 0 if each layer seeds the generator again. */
@customElement('mf-identical-layers-figure')
export class IdenticalLayersFigure extends TrainedFigure {
  readonly #recipes = new MadeRecipes();

  protected get recipe(): Recipe {
    const seeding = this.text('seeding');
    return this.#recipes.get(seeding, () => {
      const course = courseRecipe('two-hidden');
      return { ...course, quirks: { ...course.quirks, reseedEachLayer: seeding === 'each-layer' } };
    });
  }

  protected get figureTitle(): string {
    return 'W1 and W2, the weights of the two hidden layers';
  }

  protected override choices(): TemplateResult {
    return choiceField({
      id: 'seeding',
      label: 'Generator',
      of: Object.keys(SEEDINGS),
      value: this.text('seeding'),
      title: (name) => SEEDINGS[name] ?? name,
      choose: (seeding) => this.change({ seeding }),
    });
  }

  protected picture(run: RunState): TemplateResult {
    const [first, second] = [weights(run, 'W1'), weights(run, 'W2')];
    const difference = { ...first, values: first.values.map((value, i) => value - (second.values[i] as number)) };
    const limit = Math.max(heatLimit(first.values), heatLimit(second.values));
    const maps = [
      { title: 'W1', matrix: first },
      { title: 'W2', matrix: second },
      { title: 'W1 − W2', matrix: difference },
    ];
    return html`<div class="maps">
      ${maps.map(({ title, matrix }) => weightMap({ title, matrix, limit, words: rangeWords(matrix) }))}
    </div>
    <p class="small soft">13 inputs down, 13 units across; blue above 0, orange below, one scale for all three.</p>`;
  }

  protected override words(run: RunState): string {
    const [first, second] = [weights(run, 'W1'), weights(run, 'W2')];
    const differences = first.values.map((value, i) => Math.abs(value - (second.values[i] as number)));
    const differing = differences.filter((difference) => difference > 0).length;
    const most = Math.max(...differences);
    const { batch } = run.latest.progress;
    const when = batch === 0 ? 'Before training' : `After ${counted(batch, 'batch', 'batches')}`;
    const test = run.latest.metrics.test.rmse;
    return `${when}, ${differing} of ${differences.length} weights of the two layers differ${differing === 0 ? '' : `, by at most ${formatNumber(most)}`}. RMSE on the test rows: ${formatNumber(test, 4)}, in $1000s.`;
  }

  static override styles = [...TrainedFigure.styles, weightMapStyles];
}

function weights({ description, latest }: RunState, wanted: string): Matrix {
  const shape = description.parameters.find(({ name }) => name === wanted);
  if (shape === undefined) throw new RangeError(`The run has no parameter ${wanted}.`);
  const { rows, columns, offset } = shape;
  return { rows, columns, values: latest.parameters.subarray(offset, offset + rows * columns) };
}

function rangeWords({ values }: Matrix): string {
  return `from ${formatNumber(Math.min(...values))} to ${formatNumber(Math.max(...values))}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-identical-layers-figure': IdenticalLayersFigure;
  }
}
