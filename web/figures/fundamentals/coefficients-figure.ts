import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { RunState } from '../../state/run/run-state';
import { fixed } from '../fixed';
import { TrainedFigure } from '../trained-figure';
import { priceModel } from './price-models';
import { metricsStyles, runMetricsTable } from './test-metrics';
import { type WeightBar, weightBarStyles, weightBars } from './weight-bars';

/** The weights of the linear regression during training, each beside that of the exact least-squares fit. */
@customElement('mf-coefficients-figure')
export class CoefficientsFigure extends TrainedFigure {
  static override styles = [...TrainedFigure.styles, metricsStyles, weightBarStyles];

  protected get recipe() {
    return priceModel('linear');
  }

  protected get figureTitle(): string {
    return 'Learned weights beside the exact ones';
  }

  protected override words(run: RunState): string {
    const weights = weightsOf(run);
    const farthest = Math.max(...weights.map(({ value, mark }) => Math.abs(value - mark)));
    const [first] = [...weights].sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
    return `The largest learned weight is ${first?.name}’s, ${fixed(first?.value ?? 0, 2)}. No weight is farther than ${fixed(farthest, 2)} from the exact fit’s.`;
  }

  protected picture(run: RunState): TemplateResult {
    const weights = weightsOf(run);
    // Sorted by the exact fit, so the order stays the same during training.
    const ordered = [...weights].sort((a, b) => Math.abs(b.mark) - Math.abs(a.mark));
    const scale = 1.2 * Math.abs(ordered[0]?.mark ?? 1);
    const heads = { name: 'Feature', value: 'Learned', mark: 'Exact' };
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Weights">
        ${weightBars('Weights, $1000s for one standard deviation; the stroke marks the exact fit', ordered, scale, heads)}
      </div>
      ${runMetricsTable(run)}`;
  }
}

function weightsOf({ description, latest }: RunState): (WeightBar & { readonly mark: number })[] {
  const { coefficients } = description.baselines.leastSquares;
  return description.recipe.data.features.map((name, i) => ({
    name,
    value: latest.parameters[i] as number,
    mark: coefficients[i] as number,
  }));
}
