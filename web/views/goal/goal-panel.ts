import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { JudgedCondition, Verdict } from '../../goals/judge';
import { conditionInWords, goalInWords } from '../../goals/words';
import { judgementNow } from '../../state/goal/goal-state';
import { goalSummary, goalUnits, verdictInWords } from '../../state/goal/words';
import type { PageState } from '../../state/page/page-state';
import { base } from '../../styles/base';
import { icon } from '../shell/icons';
import { send } from '../shell/send';
import { goalPanelStyles } from './styles';

const SIGNS: Readonly<Record<Verdict, string>> = { met: '✓', open: '○', exceeded: '▲', impossible: '✕' };

/**
 * The goal in words, its conditions with their current numbers, and the progress of the run. It can be removed only on
 * the site's own page.
 */
@customElement('mf-goal-panel')
export class GoalPanel extends LitElement {
  static override styles = [base, goalPanelStyles];

  @property({ attribute: false }) state!: PageState;

  override render(): TemplateResult | typeof nothing {
    const { goal, host } = this.state;
    if (goal === null) return nothing;
    const isReached = goal.reached !== null;
    return html`<section class=${isReached ? 'reached' : ''} aria-labelledby="goal">
      <div class="head">
        <h2 id="goal">
          ${isReached ? html`<span class="seal" aria-hidden="true">★</span>` : nothing}
          <span>${isReached ? 'Goal reached:' : 'Goal:'}</span>
          ${goalInWords(goal.goal, goalUnits(this.state))}
        </h2>
        ${host.site === null ? this.#removal() : nothing}
      </div>
      <ul aria-label="Conditions">
        ${judgementNow(this.state)?.conditions.map((judged) => this.#condition(judged))}
      </ul>
      <p class="small" role="status">${goalSummary(this.state)}</p>
    </section>`;
  }

  #removal(): TemplateResult {
    const name = 'Remove the goal';
    return html`<button
      type="button"
      class="icon"
      aria-label=${name}
      title=${name}
      @click=${() => send(this, { type: 'goal-put-away' })}
    >
      ${icon('remove')}
    </button>`;
  }

  #condition(judged: JudgedCondition): TemplateResult {
    const { condition, verdict } = judged;
    return html`<li class=${verdict}>
      <span class="sign" aria-hidden="true">${SIGNS[verdict]}</span>
      <span>${conditionInWords(condition, goalUnits(this.state))} · <span class="verdict">${verdictInWords(judged)}</span></span>
    </li>`;
  }
}
