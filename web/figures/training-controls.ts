/** The buttons and the slider of a training run in a figure. */
import { css, html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { whole } from '../state/page/format';
import type { RunState } from '../state/run/run-state';
import { batchesInAll } from './next-move';
import type { Training } from './training';

/** What can be trained: one run, or several as one. */
type Trainable = Pick<Training, 'run' | 'problem' | 'isPlaying' | 'goTo' | 'play' | 'pause' | 'retry'>;

/** Seconds that a whole run takes while it plays: slow enough to follow. */
const SECONDS = 10;

/** All controls of the run; the figure's values follow its point. */
export function trainingControls(training: Trainable): TemplateResult {
  const { run, problem } = training;
  if (problem !== '') {
    return html`<div class="training" role="alert">
      <p>${problem}</p>
      <button type="button" @click=${() => training.retry()}>Try again</button>
    </div>`;
  }
  if (run === null) return html`<div class="training soft">Loading the engine…</div>`;
  const { batch, batchInEpoch, batchesInEpoch } = run.latest.progress;
  const all = batchesInAll(run);
  const left = batchesInEpoch - batchInEpoch;
  const to = (batches: number) => () => training.goTo(Math.min(all, batches));
  return html`<div class="training" role="group" aria-label="Training">
    <div class="buttons">
      ${playButton(training, batch, all)}
      <button type="button" @click=${to(batch + 1)}>1 batch</button>
      <button type="button" @click=${to(batch + (left === 0 ? batchesInEpoch : left))}>1 epoch</button>
      <button type="button" @click=${to(all)}>To the end</button>
      <button type="button" @click=${to(0)}>Reset</button>
    </div>
    <label class="scrub">
      <span>Batches trained</span>
      <input
        type="range"
        min="0"
        max=${all}
        step="1"
        .value=${live(String(batch))}
        aria-valuetext=${standing(run)}
        @input=${(event: Event) => training.goTo(Number((event.target as HTMLInputElement).value))}
      />
      <input
        type="number"
        aria-label="Batches trained, typed"
        min="0"
        max=${all}
        step="1"
        .value=${live(String(batch))}
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          training.goTo(Math.min(all, Math.max(0, Math.round(Number(input.value) || 0))));
        }}
      />
    </label>
    <p class="small soft number">${standing(run)}</p>
  </div>`;
}

function playButton(training: Trainable, batch: number, all: number): TemplateResult {
  if (training.isPlaying) {
    return html`<button type="button" class="primary" @click=${() => training.pause()}>Pause</button>`;
  }
  const label = batch === 0 ? 'Train' : batch >= all ? 'Train again' : 'Train on';
  return html`<button type="button" class="primary" @click=${() => training.play(all / SECONDS)}>${label}</button>`;
}

/** `320 of 1,000 batches, 20 epochs.` */
export function standing(run: RunState): string {
  const { batch, epoch, status } = run.latest.progress;
  const epochs = `${whole(epoch)} whole ${epoch === 1 ? 'epoch' : 'epochs'}`;
  const end =
    status === 'diverged' ? ' Stopped: the numbers became too large. Reset, and use a smaller learning rate.' : '';
  return `${whole(batch)} of ${whole(batchesInAll(run))} batches, ${epochs}.${end}`;
}

export const trainingControlStyles = css`
  .training {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
  }
  .training .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .training .primary {
    min-width: 7rem;
  }
  .training .scrub {
    display: grid;
    grid-template-columns: auto minmax(6rem, 1fr) 6rem;
    align-items: center;
    gap: var(--space-2) var(--space-3);
    font-size: var(--size-2);
    font-weight: 600;
  }
  @container (max-width: 30rem) {
    .training .scrub {
      grid-template-columns: minmax(0, 1fr) 6rem;
    }
    .training .scrub input[type='range'] {
      grid-column: 1 / -1;
      grid-row: 2;
    }
  }
`;
