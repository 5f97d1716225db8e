import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formatNumber } from '../../charts/numbers/format';
import '../../charts/model/slope-chart';
import { type FinishedCheck, hasMovedOn, type Slope } from '../../state/check/check-state';
import { elementName, type NamedMatrix, namedMatrix } from '../../state/check/element-names';
import {
  isBeyondNumbers,
  type JudgedElement,
  type Judgement,
  NUDGE,
  TOLERANCE,
} from '../../state/check/gradient-check';
import { counted } from '../../state/page/format';
import type { RunState } from '../../state/run/run-state';
import { base } from '../../styles/base';
import { tables } from '../../styles/tables';
import './element-picker';
import { operationNamed } from '../../explanations/parts';
import { send } from '../shell/send';
import type { Picked } from './element-picker';

const DIGITS = 7;

/**
 * The result of a check: the verdict for each parameter, the worst elements, and the slope of one of them. The slot
 * explains a failure.
 */
@customElement('mf-gradient-result')
export class GradientResult extends LitElement {
  static override styles = [
    base,
    tables,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-4);
      }

      .verdict {
        padding: var(--space-2) var(--space-4);
        border: 1px solid var(--tone);
        border-left-width: 6px;
        font-variant-numeric: tabular-nums;
      }

      .verdict strong,
      .failing {
        color: var(--tone);
      }

      .passed {
        --tone: var(--good);
      }

      .failed,
      .failing {
        --tone: var(--bad);
      }

      .failed {
        background: var(--bad-surface);
      }

      .failing {
        font-weight: 700;
      }

      .tables {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr));
        gap: var(--space-4) var(--space-5);
        align-items: start;
      }

      .tables > * {
        min-width: 0;
        container-type: inline-size;
      }

      /* As wide as the visible part of the table, so that it wraps instead of being cut off. */
      caption {
        max-width: 100cqi;
      }

      th button {
        min-height: 1.75rem;
        padding: 0 var(--space-2);
        font-size: var(--size-1);
      }

      h4 {
        margin: 0;
      }

      .closer {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--space-3);
        padding-top: var(--space-3);
        border-top: var(--line);
      }

      .pick {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-end;
        gap: var(--space-3);
      }

      .small {
        max-width: 75ch;
      }
    `,
  ];

  @property({ attribute: false }) run!: RunState;
  @property({ attribute: false }) finished!: FinishedCheck;
  @property({ attribute: false }) judgement!: Judgement;
  @property({ attribute: false }) slope: Slope | null = null;

  @state() private picked: Picked = { matrix: 0, element: 0 };
  #matrices: readonly NamedMatrix[] = [];

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('finished')) return;
    const { parts, rows } = this.finished;
    this.#matrices = parts.map(({ nudged }) => namedMatrix(this.run.description, nudged, rows));
    const worst = this.judgement.worst[0];
    if (worst !== undefined) this.picked = { matrix: parts.indexOf(worst.part), element: worst.element };
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('slope') && this.slope !== null) {
      this.renderRoot.querySelector('mf-slope-chart')?.scrollIntoView({ block: 'nearest' });
    }
  }

  override render(): TemplateResult {
    return html`${this.#verdict()}
      <slot>${this.judgement.passed ? nothing : this.#kink()}</slot>
      <div class="tables">${this.#partTable()} ${this.#worstTable()}</div>
      <p class="small soft">
        The relative error is the difference divided by the larger of the two gradients. They agree if it is at most
        ${formatNumber(TOLERANCE, 1)}. Each element is nudged up and down by ${formatNumber(NUDGE, 1)}. A difference below
        ${formatNumber(this.finished.noise, 2)} may be only rounding; it is compared with this limit instead.
      </p>
      ${this.#closer()}`;
  }

  #verdict(): TemplateResult {
    const { passed, parts, worst } = this.judgement;
    const { epoch, batch, rows } = this.finished;
    const count = parts.reduce((sum, part) => sum + part.count, 0);
    const failed = parts.reduce((sum, part) => sum + part.failed, 0);
    const [first] = worst;
    const where = `At epoch ${epoch}, batch ${batch}, on ${counted(rows.length, 'row', 'rows')}.`;
    if (isBeyondNumbers(this.judgement)) {
      return html`<p class="verdict failed" role="status">
        <strong>▲ Cannot be judged.</strong> On these rows L is no longer a finite number, so nudging gives no gradient
        to compare with. <span class="soft">${where}</span>
      </p>`;
    }
    return html`<p class="verdict ${passed ? 'passed' : 'failed'}" role="status">
      <strong>${passed ? '✓ Passed.' : '▲ Failed.'}</strong>
      ${
        passed
          ? `Backward pass and nudging agree on all ${counted(count, 'element', 'elements')}.`
          : `Backward pass and nudging disagree on ${failed} of ${counted(count, 'element', 'elements')}.`
      }
      ${
        first === undefined
          ? nothing
          : `The worst is ${this.#name(first)}: ${formatNumber(first.analytic, DIGITS)} by the backward pass, ${formatNumber(first.numeric, DIGITS)} by nudging, relative error ${formatNumber(first.error, 2)}.`
      }
      <span class="soft">
        ${where} ${hasMovedOn(this.finished, this.run) ? 'The network has changed since then. Check again to judge its current state.' : nothing}
      </span>
    </p>`;
  }

  #kink(): TemplateResult | typeof nothing {
    const entries = this.run.description.operations.map(({ name }) => operationNamed(name));
    const kinked = entries.find((entry) => 'hasKink' in entry);
    return kinked === undefined
      ? nothing
      : html`<p class="small">
          ${kinked.label} has a corner at 0. If a nudge moves a unit across it, the numeric gradient is inaccurate, so a single element that disagrees need not be a bug. Look at its curve below, or check again on other rows.
        </p>`;
  }

  #partTable(): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="By parameter">
      <table class="parts">
        <caption>
          By parameter
        </caption>
        <thead>
          <tr>
            <th scope="col">Parameter</th>
            <th scope="col">Elements</th>
            <th scope="col">Disagree</th>
            <th scope="col">Worst element</th>
            <th scope="col">Relative error</th>
          </tr>
        </thead>
        <tbody>
          ${this.judgement.parts.map(
            ({ count, failed, worst }, index) => html`<tr>
              <th scope="row">${this.#matrices[index]?.name}</th>
              <td>${count}</td>
              <td class=${failed > 0 ? 'failing' : ''}>${failed > 0 ? `▲ ${failed}` : '✓ none'}</td>
              <td>${this.#name(worst)}</td>
              <td>${formatNumber(worst.error, 2)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #worstTable(): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label="The worst elements">
      <table class="worst">
        <caption>
          The worst elements, with a button to draw each one
        </caption>
        <thead>
          <tr>
            <th scope="col">Element</th>
            <th scope="col">Backward pass</th>
            <th scope="col">Nudging</th>
            <th scope="col">Relative error</th>
          </tr>
        </thead>
        <tbody>
          ${this.judgement.worst.map((judged) => this.#worstRow(judged))}
        </tbody>
      </table>
    </div>`;
  }

  #worstRow(judged: JudgedElement): TemplateResult {
    const { part, element, analytic, numeric, error } = judged;
    const look = () => this.#look({ matrix: this.finished.parts.indexOf(part), element });
    return html`<tr>
      <th scope="row">
        <button type="button" title="Draw L" @click=${look}>${this.#name(judged)}</button>
      </th>
      <td>${formatNumber(analytic, DIGITS)}</td>
      <td>${formatNumber(numeric, DIGITS)}</td>
      <td class=${error > TOLERANCE ? 'failing' : ''}>${formatNumber(error, 2)}</td>
    </tr>`;
  }

  #closer(): TemplateResult {
    const { slope, picked } = this;
    return html`<div class="closer">
      <h4>Look closely at one element</h4>
      <div class="pick">
        <mf-element-picker
          .matrices=${this.#matrices}
          .picked=${picked}
          @element-picked=${(event: CustomEvent<Picked>) => {
            this.picked = event.detail;
          }}
        ></mf-element-picker>
        <button type="button" @click=${() => this.#look(picked)}>Draw L</button>
      </div>
      <p class="visually-hidden" role="status">
        ${slope === null ? nothing : `L against ${this.#slopeName(slope)} is drawn.`}
      </p>
      ${
        slope === null
          ? nothing
          : html`<mf-slope-chart
            .name=${this.#slopeName(slope)}
            .value=${slope.value}
            .offsets=${slope.offsets}
            .objective=${slope.objective}
            .analytic=${slope.analytic}
            .numeric=${slope.numeric}
          ></mf-slope-chart>`
      }
    </div>`;
  }

  #name({ part, element }: JudgedElement): string {
    const matrix = this.#matrices[this.finished.parts.indexOf(part)];
    return matrix === undefined ? '' : elementName(matrix, element);
  }

  #slopeName({ nudged, element }: Slope): string {
    return elementName(namedMatrix(this.run.description, nudged, this.finished.rows), element);
  }

  #look(picked: Picked): void {
    const part = this.finished.parts[picked.matrix];
    if (part === undefined) return;
    this.picked = picked;
    send(this, { type: 'look-at-slope', nudged: part.nudged, element: picked.element });
  }
}
