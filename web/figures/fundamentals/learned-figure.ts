import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { type LearnedUnit, type Listening, learnedUnits } from '../../state/check/learned-features';
import type { RunState } from '../../state/run/run-state';
import { choiceField } from '../choice-field';
import { fixed } from '../fixed';
import { TrainedFigure } from '../trained-figure';
import { priceModel } from './price-models';
import { weightBarStyles, weightBars } from './weight-bars';

/** The number of units, as in the course, and of features for each. */
const UNITS = 2;
const FEATURES = 5;

const READINGS: Readonly<Record<string, string>> = {
  column: 'its column',
  row: 'the row the course prints',
  both: 'both, side by side',
};

/**
 * What the two hidden units with the largest weights have learned: by their columns of W1, and by the rows the course
 * prints.
 */
@customElement('mf-learned-figure')
export class LearnedFigure extends TrainedFigure {
  static override styles = [...TrainedFigure.styles, weightBarStyles];

  protected get recipe() {
    return priceModel('network');
  }

  protected get figureTitle(): string {
    return 'The two hidden units with the largest weight on the price';
  }

  protected override choices(): TemplateResult {
    return choiceField({
      id: 'reading',
      label: 'Read',
      of: Object.keys(READINGS),
      value: this.text('reading'),
      title: (reading) => READINGS[reading] ?? '',
      choose: (reading) => this.change({ reading }),
    });
  }

  protected override words(run: RunState): string {
    return strongest(run)
      .map(({ unit, column }) => `Unit ${unit + 1} responds most to ${column[0]?.feature}.`)
      .join(' ');
  }

  protected picture(run: RunState): TemplateResult {
    return html`${strongest(run).map((unit) => this.#unit(unit))}`;
  }

  #unit({ unit, output, column, row }: LearnedUnit): TemplateResult {
    const reading = this.text('reading');
    const scale = Math.max(...[...column, ...(row ?? [])].map(({ weight }) => Math.abs(weight))) || 1;
    const bars = (caption: string, weights: readonly Listening[], name: string) =>
      weightBars(
        caption,
        weights.slice(0, FEATURES).map(({ feature, weight }) => ({ name: feature, value: weight })),
        scale,
        { name, value: 'Weight' },
      );
    return html`<section aria-label="Unit ${unit + 1}" data-unit=${unit + 1}>
      <p class="unit"><strong>Unit ${unit + 1}</strong>, weight on the price ${fixed(output ?? 0, 2)}</p>
      <div class="pair">
        ${reading === 'row' ? nothing : bars(`Column ${unit + 1} of W1: every feature into this unit`, column, 'From')}
        ${
          reading === 'column' || row === null
            ? nothing
            : bars(`Row ${unit + 1} of W1, read as if it were the unit’s`, row, 'Read as')
        }
      </div>
    </section>`;
  }
}

function strongest({ description, latest }: RunState): readonly LearnedUnit[] {
  return learnedUnits(description, latest.parameters).slice(0, UNITS);
}
