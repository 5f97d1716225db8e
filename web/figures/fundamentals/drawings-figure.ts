import type { TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { stepSentence, stepTitle } from '../../diagrams/pass/sentences';
import type { Drawing } from '../../state/inside/inside-state';
import { PassFigure, type Walk } from './pass-figure';
import { walkControls, walkStyles } from './walk-controls';

/** One network in its three drawings, with a batch passing through. */
@customElement('mf-drawings-figure')
export class DrawingsFigure extends PassFigure {
  protected get figureTitle(): string {
    return 'One network, three drawings';
  }

  protected walked(walk: Walk): TemplateResult {
    const { context, step } = walk;
    return walkControls({
      walk,
      drawing: this.text('drawing') as Drawing,
      go: (to) => this.go(to),
      play: this.play,
      words: `${stepTitle(context, step.pass)}. ${stepSentence(context, step.pass, 0)}`,
    });
  }

  static override styles = [...PassFigure.styles, walkStyles];
}
