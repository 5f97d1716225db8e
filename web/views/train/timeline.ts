import { html, LitElement, nothing, type PropertyValues, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { dequeueDraw, enqueueDraw } from '../../charts/drawing/draw-queue';
import { duration, whole } from '../../state/page/format';
import { isShown } from '../../state/page/host-context';
import type { PageState } from '../../state/page/page-state';
import { type RunState, secondsLeft } from '../../state/run/run-state';
import {
  keyedPoint,
  nearestPoint,
  type RewindTrack,
  rewindTrack,
  sprintText,
  type TimelineMarks,
  timelineEnd,
  timelineMarks,
} from '../../state/run/timeline';
import { base } from '../../styles/base';
import type { RunPoint } from '../../worker/protocol';
import { send } from '../shell/send';
import { timelineStyles } from './timeline-styles';

/**
 * The run from its first batch to its last, with epochs, evaluations and the best point as marks. Dragging the handle
 * rewinds to any stored point; training then continues from there.
 */
@customElement('mf-timeline')
export class Timeline extends LitElement {
  static override styles = [base, timelineStyles];

  /** Changes with every frame of training; `state` changes only as often as text is updated. */
  @property({ attribute: false }) run: RunState | null = null;
  @property({ attribute: false }) state!: PageState;

  /** The batch last requested. Key presses may arrive faster than new states, so the slider follows this first. */
  #wanted: number | null = null;

  /** The newest state of the run. While it is paused, text is updated immediately and drawings with the next frame. */
  get #freshest(): RunState | null {
    return this.run?.latest.playing === true ? this.run : (this.state.run ?? this.run);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    dequeueDraw(this.#move);
  }

  /** With each report of training only the bar and the handle move, in turn with the charts. */
  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    const before = changed.get('run');
    if (changed.size > 1 || before == null || this.run === null || hasOtherMarks(before, this.run)) return true;
    if (this.run?.latest.playing === true) this.#wanted = null;
    enqueueDraw(this.#move);
    return false;
  }

  protected override updated(): void {
    this.#move();
  }

  /** Forgets the requested batch once the run has reached it or trains on. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('state');
    if (before !== undefined && before.pending.rewind !== null && this.state.pending.rewind === null)
      this.#wanted = null;
    if (this.run?.latest.playing === true) this.#wanted = null;
  }

  override render(): TemplateResult | typeof nothing {
    const { run } = this;
    if (run === null) return html`<div class="track"></div><p class="place small soft"></p>`;
    const marks = timelineMarks(run);
    const track = rewindTrack(run, this.state.pending.rewind);
    return html`${this.#track(run, marks)}
    ${isShown(this.state, 'progress') ? guard([this.state], () => this.#words(this.state.run ?? run, track)) : nothing}`;
  }

  #track(run: RunState, marks: TimelineMarks): TemplateResult {
    return html`<div class="track">
      ${isShown(this.state, 'rewind') ? guard([this.state, marks.end], () => this.#slider(this.state.run ?? run)) : nothing}
      <div class="room">
        <div class="ahead"></div>
        <div class="done"></div>
        ${guard([marks.key], () => marksPicture(marks))}
        <div class="at here"><span class="handle"></span></div>
      </div>
    </div>`;
  }

  readonly #move = (): void => {
    const { run } = this;
    if (run === null) return;
    const end = timelineEnd(run);
    const here = this.state.pending.rewind ?? run.latest.progress.batch;
    const furthest = Math.max(run.latest.progress.batch, run.latest.checkpoints.at(-1)?.batch ?? 0);
    const move = (part: string, transform: string) => {
      this.renderRoot.querySelector<HTMLElement>(part)?.style.setProperty('transform', transform);
    };
    move('.ahead', `scaleX(${furthest / end})`);
    move('.done', `scaleX(${here / end})`);
    move('.here', `translateX(${(100 * here) / end}%)`);
  };

  #slider(run: RunState): TemplateResult {
    const { points, position } = rewindTrack(run, this.state.pending.rewind);
    return html`<input
      type="range"
      aria-label="Timeline"
      aria-describedby="place"
      min="0"
      max=${timelineMarks(run).end}
      step="1"
      .value=${live(String(this.state.pending.rewind ?? run.latest.progress.batch))}
      ?disabled=${points.length < 2 || this.state.crash !== null}
      aria-valuetext=${placeText(points[position])}
      @input=${this.#onInput}
      @keydown=${this.#onKey}
    />`;
  }

  readonly #onInput = (event: Event): void => {
    const run = this.#freshest;
    if (run === null) return;
    const { points } = rewindTrack(run, null);
    this.#goTo(nearestPoint(points, Number((event.target as HTMLInputElement).value)));
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const run = this.#freshest;
    if (run === null) return;
    const { points, position } = rewindTrack(run, this.#wanted ?? this.state.pending.rewind);
    const point = keyedPoint(points, position, event.key);
    if (point === null) return;
    event.preventDefault();
    this.#goTo(point);
  };

  #goTo(point: RunPoint | undefined): void {
    const here = this.#wanted ?? this.state.pending.rewind ?? this.#freshest?.latest.progress.batch;
    if (point === undefined || point.batch === here) {
      this.requestUpdate();
      return;
    }
    this.#wanted = point.batch;
    send(this, { type: 'rewind', batch: point.batch });
  }

  #words(run: RunState, { points, position }: RewindTrack): TemplateResult {
    const isBack = points.length > 1 && position < points.length - 1;
    const { sprint } = run.latest;
    return html`<p class="place small number" id="place">
      <span class="soft">${progressText(run)}</span>
      ${
        isBack
          ? html`<span class="soft">Rewound from ${placeText(points.at(-1))}. “Train on” continues from here and gives the same numbers, bit for bit.</span>`
          : nothing
      }
      ${sprint === null || sprint.batches === 0 || isBack ? nothing : html`<b class="sprint">${sprintText(sprint)}</b>`}
    </p>`;
  }
}

function hasOtherMarks(before: RunState, run: RunState): boolean {
  return (
    before.description !== run.description ||
    before.evaluations.points !== run.evaluations.points ||
    before.latest.best.batch !== run.latest.best.batch
  );
}

function marksPicture({ end, ticks, evaluations, best }: TimelineMarks): TemplateResult {
  // Moved by a transform, which does not count as a layout shift.
  const at = (batch: number) => `transform: translateX(${(100 * batch) / end}%)`;
  return html`
    <svg class="ticks" viewBox="0 0 ${end} 1" preserveAspectRatio="none" aria-hidden="true">
      ${ticks.map(({ batch }) => svg`<path d="M${batch} 0V1" />`)}
    </svg>
    ${ticks
      .filter(({ label }) => label !== null)
      .map(
        ({ batch, label }) =>
          html`<div class="at" aria-hidden="true" .style=${at(batch)}><span class="label ${batch === end ? 'last' : ''}">${label}</span></div>`,
      )}
    ${evaluations.map((batch) => html`<div class="at" .style=${at(batch)}><span class="evaluation"></span></div>`)}
    ${best === null ? nothing : html`<div class="at" .style=${at(best)}><span class="best" aria-hidden="true">★</span></div>`}
  `;
}

function placeText(point: RunPoint | undefined): string {
  return point === undefined ? 'nothing trained' : `epoch ${whole(point.epoch)}, batch ${whole(point.batch)}`;
}

/** Progress as a single text, so that no part of it jumps when a number gets longer. */
function progressText(run: RunState): string {
  const { progress, playing } = run.latest;
  const { count, unit } = run.description.recipe.training.stopAfter;
  const left = playing ? secondsLeft(run) : null;
  const ofEpochs = unit === 'epochs' ? ` of ${whole(count)}` : '';
  const ofBatches = unit === 'batches' ? ` of ${whole(count)}` : '';
  const inEpoch =
    progress.batchInEpoch === 0 ? '' : ` · batch ${whole(progress.batchInEpoch)} of ${whole(progress.batchesInEpoch)}`;
  const done = progress.batchInEpoch === 0 ? 'batches' : 'in all';
  const rest = left === null ? '' : ` · ${duration(left)} left`;
  return `Epoch ${whole(progress.epoch)}${ofEpochs}${inEpoch} · ${whole(progress.batch)}${ofBatches} ${done}${rest}`;
}
