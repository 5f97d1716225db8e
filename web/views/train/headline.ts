import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { measure as measureText } from '../../state/page/format';
import { comparison, type Measure } from '../../state/run/comparison';
import type { RunState } from '../../state/run/run-state';
import { base } from '../../styles/base';

const TITLES: Readonly<Record<Measure, string>> = { rmse: 'RMSE', mae: 'MAE', r2: 'R²' };
const SHOWN: readonly Measure[] = ['rmse', 'mae', 'r2'];

/** The network's errors on the test rows, each above that of the exact least-squares fit. */
@customElement('mf-headline')
export class Headline extends LitElement {
  static override styles = [
    base,
    css`
      dl {
        display: flex;
        gap: var(--space-2) var(--space-4);
      }

      dt {
        color: var(--ink-soft);
        font-size: var(--size-1);
        line-height: 1.2;
        white-space: nowrap;
      }

      dd {
        min-width: 6.75rem;
        font-variant-numeric: tabular-nums;
        line-height: 1.2;
        white-space: nowrap;
      }

      dd b {
        font-size: var(--size-4);
      }

      /* Room for what came of the run. */
      @media (min-width: 64rem) and (max-width: 100rem) {
        dl {
          gap: var(--space-2) var(--space-3);
        }

        dd {
          min-width: 5.25rem;
        }

        /* The same unit as beside it. */
        div:nth-child(2) .unit {
          display: none;
        }
      }

      @media (min-width: 64rem) and (max-width: 84rem) {
        .unit {
          display: none;
        }
      }

      @media (max-width: 26rem) {
        dl {
          gap: var(--space-2);
        }

        dd {
          min-width: 0;
        }

        .unit {
          display: none;
        }
      }

      .better b {
        color: var(--good);
      }

      dt::after {
        content: ' ◆' / '';
        visibility: hidden;
        color: var(--good);
      }

      .better dt::after {
        visibility: visible;
      }
    `,
  ];

  @property({ attribute: false }) run!: RunState;
  /** Unit of the target, and so of MAE and RMSE. */
  @property({ attribute: false }) unit = '';

  override render(): TemplateResult {
    const rows = comparison(this.run).filter(({ set }) => set === 'test');
    return html`<dl>
      ${SHOWN.map((measure) => {
        const row = rows.find((each) => each.measure === measure);
        const [network = Number.NaN, leastSquares = Number.NaN] = row?.values ?? [];
        const isBetter = measure === 'r2' ? network > leastSquares : network < leastSquares;
        const unit = measure === 'r2' || this.unit === '' ? nothing : html`<span class="unit">, ${this.unit}</span>`;
        return html`<div class=${isBetter ? 'better' : ''}>
          <dt>Test ${TITLES[measure]}${unit}</dt>
          <dd><b>${measureText(network)}</b></dd>
          <dd class="small soft">
            linear fit ${measureText(leastSquares)}${isBetter ? html`<span class="visually-hidden">: the network is better</span>` : ''}
          </dd>
        </div>`;
      })}
    </dl>`;
  }
}
