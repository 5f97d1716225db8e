import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { counted, whole } from '../../state/page/format';
import type { PageState } from '../../state/page/page-state';
import { type RewindTrack, rewindTrack } from '../../state/run/sliders';
import { base } from '../../styles/base';
import { controls } from '../../styles/controls';
import type { RunPoint } from '../../worker/protocol';
import { send } from '../shell/send';

/** A slider over the checkpoints of the run: the whole page shows the chosen point, and training goes on from there. */
@customElement('mf-rewind-panel')
export class RewindPanel extends LitElement {
  static override styles = [
    base,
    controls,
    css`
      .row {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        gap: 0 var(--space-3);
      }

      .row > p {
        grid-column: 2;
      }

      label {
        font-size: var(--size-2);
        font-weight: 600;
      }

      input:disabled {
        cursor: not-allowed;
      }

      /* Room for the longest sentence, so that nothing below moves while the slider is dragged. */
      @media (max-width: 75rem) {
        .row > p {
          min-height: 2.8em;
        }
      }

      @media (max-width: 40rem) {
        .row > p {
          min-height: 5.6em;
        }
      }
    `,
  ];

  @property({ attribute: false }) state!: PageState;

  override render(): TemplateResult | typeof nothing {
    const { run, crash, pending } = this.state;
    if (run === null) {
      return nothing;
    }
    const track = rewindTrack(run, pending.rewind);
    const { points, position } = track;
    return html`<div class="row">
      <label for="rewind">Rewind</label>
      <input
        id="rewind"
        type="range"
        min="0"
        max=${Math.max(1, points.length - 1)}
        step="1"
        .value=${live(String(position))}
        ?disabled=${points.length < 2 || crash !== null}
        aria-valuetext=${placeText(points[position])}
        aria-describedby="rewind-note"
        @input=${(event: InputEvent) => this.#rewind(points[Number((event.target as HTMLInputElement).value)])}
      />
      <p id="rewind-note" class="small soft number">${noteText(track)}</p>
    </div>`;
  }

  #rewind(point: RunPoint | undefined): void {
    if (point !== undefined) {
      send(this, { type: 'rewind', batch: point.batch });
    }
  }
}

/** The bounds of the worker's checkpoint store. */
const BOUND = 'at most 64 of its points are kept, in 32 MB, spread over the whole run.';

function placeText(point: RunPoint | undefined): string {
  return point === undefined ? 'nothing trained' : `epoch ${whole(point.epoch)}, batch ${whole(point.batch)}`;
}

function noteText({ points, position }: RewindTrack): string {
  const last = points.at(-1);
  if (points.length < 2) {
    return `What was trained can be gone through here, back and forth; ${BOUND}`;
  }
  return position === points.length - 1
    ? `At ${placeText(last)}, the end of what was trained; ${counted(points.length, 'point', 'points')} to go back to. However long it gets, ${BOUND}`
    : `Back at ${placeText(points[position])}, of ${placeText(last)}. Training goes on from here, bit for bit; with ` +
        'another learning rate it becomes another run.';
}
