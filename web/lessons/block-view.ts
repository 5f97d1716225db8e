/** One part of a page, for the page and for projector mode. */
import { html, type TemplateResult } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { explanationIds } from '../explanations/explanations';
import './figure-slot';
import type { Block } from './lesson';
import type { PageValues } from './page-values';
import './question-card';
import { isWork, type Work } from './worked';

/** `values` are those of every figure on the page; `answered` contains the ids of the answered questions. */
export function partOfPage(part: Block | Work, values: PageValues, answered: readonly string[]): TemplateResult {
  if (isWork(part)) {
    const [task, figure] = part;
    // A task stays in view above its figure, however tall the figure is.
    return html`<div class="work">${blockOfPage(task, values, answered)} ${blockOfPage(figure, values, answered)}</div>`;
  }
  return blockOfPage(part, values, answered);
}

function blockOfPage(block: Block, values: PageValues, answered: readonly string[]): TemplateResult {
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
      return html`<mf-figure-slot .figure=${block} .values=${values.get(block.id)}></mf-figure-slot>`;
    case 'three-ways':
      return html`<section class="sheet ways-to-see">
        <h2>Math, diagram, code</h2>
        <h3>${titleOfSubject(block.subject)}</h3>
        <mf-three-ways .subject=${block.subject}></mf-three-ways>
      </section>`;
    case 'question':
      return html`<mf-question .question=${block} ?answered=${answered.includes(block.id)}></mf-question>`;
  }
}

function titleOfSubject(subject: string): string {
  return explanationIds.find(({ id }) => id === subject)?.title ?? subject;
}
