/** The picture of a pass through a network, and the controls for its steps. */
import { css, html, type TemplateResult } from 'lit';
import '../../diagrams/pass/pass-diagram';
import type { Drawing, Element } from '../../state/inside/inside-state';
import { stepByKey } from '../../state/inside/steps';
import '../live-words';
import type { GraphStep } from './graph-steps';
import type { Walk } from './pass-figure';

interface WalkParts {
  readonly walk: Walk;
  readonly drawing: Drawing;
  /** The selected number, if there is one. */
  readonly element?: Element | null;
  readonly go: (step: number) => void;
  /** Sends a pulse through the steps, or stops it. */
  readonly play: () => void;
  /** What the step does, read out when it is reached. */
  readonly words: string;
  /** Shown below the buttons; the same keys work there. */
  readonly more?: TemplateResult;
}

/** The network with the current step highlighted, and buttons for other steps. */
export function walkControls({ walk, drawing, element = null, go, play, words, more }: WalkParts): TemplateResult {
  const { context, steps, at, step, pulse, isPlaying } = walk;
  const isLast = at === steps.length - 1;
  return html`<div
    class="walk"
    @keydown=${(event: KeyboardEvent) => {
      const to = stepByKey(event.key, at, steps.length);
      if (to === null) return;
      event.preventDefault();
      // The arrow keys also turn the pages of a lesson.
      event.stopPropagation();
      go(to);
    }}
  >
    <mf-pass-diagram
      .context=${context}
      .step=${step.pass}
      .drawing=${drawing}
      .element=${element}
      .pulse=${pulse}
      @box-choose=${(event: CustomEvent<{ box: number }>) => {
        const found = stepAtBox(steps, step.way, event.detail.box, context.operations.length);
        if (found >= 0) go(found);
      }}
    ></mf-pass-diagram>
    <div class="buttons" role="group" aria-label="Steps">
      <button type="button" @click=${() => go(0)}>Start</button>
      <button type="button" @click=${() => go(Math.max(0, at - 1))}>Back</button>
      <button type="button" class="primary" @click=${() => go(isLast ? 0 : at + 1)}>
        ${isLast ? 'From the start' : 'Next step'}
      </button>
      <button type="button" @click=${() => go(steps.length - 1)}>End</button>
      <button type="button" class="play" @click=${play}>${isPlaying ? 'Pause' : 'Play'}</button>
    </div>
    <mf-live-words .text=${words}></mf-live-words>
    ${more}
  </div>`;
}

/** The first step at a box in the current direction; the loss is the box after the last one. */
function stepAtBox(steps: readonly GraphStep[], way: GraphStep['way'], box: number, loss: number): number {
  return steps.findIndex(({ pass, ...step }) => {
    return step.way === way && ('operation' in pass ? pass.operation === box : box === loss);
  });
}

export const walkStyles = css`
  .walk {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
  }
  .walk .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .walk .primary {
    min-width: 9rem;
  }
  .walk .play {
    min-width: 5rem;
  }
`;
