/** One part of a page, for the page and for projector mode. */
import { html, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { explanationIds } from '../explanations/explanations';
import { FIGURES } from '../figures/descriptions.js';
import './figure-slot';
import type { Block, FigureBlock } from './lesson';
import type { PageValues } from './page-values';
import './prediction-card';
import type { Predictions } from './progress';
import './question-card';
import { isWork, type Work } from './worked';

/** The state that the parts of a page are drawn from. */
export interface PageState {
  /** The values of every figure of the page. */
  readonly values: PageValues;
  /** The ids of its questions that have been answered. */
  readonly answered: readonly string[];
  readonly predicted: Predictions;
  /** The ids of the figures that wait for a prediction. */
  readonly waiting: ReadonlySet<string>;
}

export function partOfPage(part: Block | Work, state: PageState): TemplateResult {
  if (!isWork(part)) return blockOfPage(part, state);
  const [task, figure] = part;
  if (state.waiting.has(figure.id)) return blockOfPage(figure, state);
  // A task stays in view above its figure while the reader scrolls down a tall figure.
  return html`<div class="work">${blockOfPage(task, state)} ${blockOfPage(figure, state)}</div>`;
}

function blockOfPage(block: Block, { values, answered, predicted, waiting }: PageState): TemplateResult {
  switch (block.kind) {
    case 'text':
      return html`<div class="prose">${unsafeHTML(block.html)}</div>`;
    case 'do':
      return html`<section class="do">
        <h2>To do</h2>
        <div class="prose">${unsafeHTML(block.html)}</div>
      </section>`;
    case 'note':
      return html`<aside class="note prose">${unsafeHTML(block.html)}</aside>`;
    case 'figure':
      if (waiting.has(block.id)) return html`<p class="sheet soft waiting">${waitingWords(block)}</p>`;
      return html`<mf-figure-slot .figure=${block} .values=${values.get(block.id)}></mf-figure-slot>`;
    case 'three-ways':
      return html`<section class="sheet ways-to-see">
        <h2>Math, diagram, code</h2>
        <h3>${titleOfSubject(block.subject)}</h3>
        <mf-three-ways .subject=${block.subject}></mf-three-ways>
      </section>`;
    case 'question':
      return html`<mf-question .question=${block} ?answered=${answered.includes(block.id)}></mf-question>`;
    case 'predict':
      return html`<mf-prediction .prediction=${block} .given=${predicted[block.id] ?? null}></mf-prediction>`;
  }
}

function waitingWords({ name }: FigureBlock): string {
  return `The figure “${FIGURES[name]?.title ?? name}” appears here once you have made your prediction.`;
}

function titleOfSubject(subject: string): string {
  return explanationIds.find(({ id }) => id === subject)?.title ?? subject;
}
