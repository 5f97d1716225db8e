import { html, nothing, type TemplateResult } from 'lit';
import { goalText } from '../../goals/goal';
import { isShown } from '../../state/page/host-context';
import type { PageState } from '../../state/page/page-state';

/**
 * The goal panel, if a goal is set. It is loaded when needed; until then, and if that fails, the goal is shown as text.
 */
export function goalPanel(state: PageState, throttled: PageState): TemplateResult | typeof nothing {
  if (state.goal === null || !isShown(state, 'goal')) return nothing;
  if (customElements.get('mf-goal-panel') === undefined) void import('./goal-panel').catch(() => {});
  return html`<mf-goal-panel .state=${throttled}>Goal: ${goalText(state.goal.goal)}</mf-goal-panel>`;
}
