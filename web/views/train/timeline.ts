import { html, LitElement, nothing, type PropertyValues, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
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
  timelineMarks,
} from '../../state/run/timeline';
import { base } from '../../styles/base';
import type { RunPoint } from '../../worker/protocol';
import { send } from '../shell/send';
import { timelineStyles } from './timeline-styles';

/**
 * The run from its first batch to its last, with epochs, evaluations and the best point as marks. Dragging goes to any
 * point that is kept of it, and training goes on from there.
 */
@customElement('mf-timeline')
export class Timeline extends LitElement {
  static override styles = [base, timelineStyles];

  /** Changes with every frame of training; `state` as often as text does. */
  @property({ attribute: false }) run: RunState | null = null;
  @property({ attribute: false }) state!: PageState;

  /** Where the run was asked to go, before the state says so: keys may come faster than states. */
  #wanted: number | null = null;

  /** While it rests, text follows at once, and drawings with the next frame. */
  get #freshest(): RunState | null {
    return this.run?.latest.playing === true ? this.run : (this.state.run ?? this.run);
  }

  /** The run is there, or it was asked to go elsewhere. */
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
    return html`${this.#track(run, track, marks)}
    ${isShown(this.state, 'progress') ? guard([this.state], () => this.#words(this.state.run ?? run, track)) : nothing}`;
  }

  /** With every frame only the bar and the handle move; the slider under them follows as text does. */
  #track(run: RunState, track: RewindTrack, marks: TimelineMarks): TemplateResult {
    const here = this.state.pending.rewind ?? run.latest.progress.batch;
    const share = (at: number) => `transform: scaleX(${at / marks.end})`;
    return html`<div class="track">
      ${isShown(this.state, 'rewind') ? guard([this.state, marks.end], () => this.#slider(this.state.run ?? run)) : nothing}
      <div class="room">
        <div class="ahead" .style=${share(track.points.at(-1)?.batch ?? 0)}></div>
        <div class="done" .style=${share(here)}></div>
        ${guard([marks.key], () => marksPicture(marks))}
        <div class="at" .style=${`transform: translateX(${(100 * here) / marks.end}%)`}><span class="handle"></span></div>
      </div>
    </div>`;
  }

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
          ? html`<span class="soft">Back from ${placeText(points.at(-1))}: Train on goes on from here, bit for bit.</span>`
          : nothing
      }
      ${sprint === null || sprint.batches === 0 || isBack ? nothing : html`<b class="sprint">${sprintText(sprint)}</b>`}
    </p>`;
  }
}

function marksPicture({ end, ticks, evaluations, best }: TimelineMarks): TemplateResult {
  // Moved by a transform, which is no layout shift.
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

/** One text, so that nothing in it moves when a number gets longer. */
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
