import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { EXERCISES } from '../../goals/exercises';
import type { ChapterGuide, Guide } from '../lesson';
import { hashOf, hashOfPage } from '../place';
import { reference } from '../reference-styles';

/**
 * Information for teachers about each chapter: goals, prerequisites, minutes, questions, misconceptions, worksheets.
 */
@customElement('mf-teaching')
export class TeachingView extends LitElement {
  static override styles = reference;

  @property({ attribute: false }) guide: Guide = [];

  protected override render(): TemplateResult {
    return html`<div class="intro">
        <h1 tabindex="-1">Teaching with this</h1>
        <p>
          You can link to each page, embed it, or project it. The address of a page contains the state of its figures,
          so a link leads to exactly what you set up. <em>Projector mode</em>, at the top of every page, shows one part
          at a time in large type. The arrow keys go to the next and previous part, and Escape ends it.
        </p>
        <ul class="plain">
          <li><a href=${hashOf({ kind: 'exercises' })}>Six exercises</a> ask readers to train a network until it reaches a goal. Each has a solution.</li>
          <li>
            You can export all questions for a learning platform: <code>npm run questions -- gift</code> writes Moodle’s
            format, <code>npm run questions -- qti</code> an IMS QTI 2.1 package.
          </li>
          <li>
            <a href=${hashOf({ kind: 'book' })}>By the book</a> lists the sections and figures of the book with their pages.
          </li>
        </ul>
      </div>
      ${this.guide.map((chapter) => this.#chapter(chapter))}`;
  }

  #chapter({ id, number, title, needs, pages }: ChapterGuide): TemplateResult {
    const minutes = pages.reduce((sum, page) => sum + page.minutes, 0);
    const misconceptions = pages.flatMap((page) => page.misconceptions.map((sentence) => ({ page, sentence })));
    return html`<section>
      <h2>${number} ${title}</h2>
      <p>
        ${pages.length} pages, about ${Math.round(minutes / 30) / 2} hours.
        <a href=${hashOf({ kind: 'worksheet', chapter: id })}>Worksheet</a> and
        <a href=${hashOf({ kind: 'answers', chapter: id })}>answer sheet</a> for printing.
      </p>
      <h3>What readers should know before</h3>
      <ul class="plain">
        ${needs.map((need) => html`<li>${need}</li>`)}
      </ul>
      <h3>Goals</h3>
      <div class="scroll" tabindex="0" role="region" aria-label="Goals of ${title}">
        <table>
          <thead>
            <tr>
              <th scope="col">Page</th>
              <th scope="col">After it, a reader can</th>
              <th scope="col">Minutes</th>
              <th scope="col">Questions</th>
            </tr>
          </thead>
          <tbody>
            ${pages.map(
              (page) => html`<tr>
                <th scope="row"><a href=${hashOfPage(page.id)}>${page.title}</a></th>
                <td>${page.goal}</td>
                <td>${page.minutes}</td>
                <td>${page.asks.arithmetic + page.asks.judgement}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${this.#exercises(number)}
      ${
        misconceptions.length === 0
          ? nothing
          : html`<h3>Common misconceptions</h3>
              <ul class="plain">
                ${misconceptions.map(
                  ({ page, sentence }) => html`<li>${sentence} (<a href=${hashOfPage(page.id)}>${page.title}</a>)</li>`,
                )}
              </ul>`
      }
    </section>`;
  }

  #exercises(chapter: number): TemplateResult | typeof nothing {
    const own = EXERCISES.filter((exercise) => exercise.chapter === chapter);
    if (own.length === 0) return nothing;
    return html`<h3>Exercises</h3>
      <ul class="plain">
        ${own.map(
          ({ title, task, preset, goal }) =>
            html`<li><a href="#train?preset=${preset}&goal=${encodeURIComponent(goal)}">${title}</a>: ${task}</li>`,
        )}
      </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-teaching': TeachingView;
  }
}
