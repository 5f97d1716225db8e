import { html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { hashOf } from '../place';
import { reference } from '../reference-styles';
import { NAMES } from './names';

/** The names of the book's classes and methods, and those of the core. */
@customElement('mf-book-names')
export class NamesView extends LitElement {
  static override styles = reference;

  protected override render(): TemplateResult {
    return html`<div class="intro">
        <h1 tabindex="-1">Names: the book’s and ours</h1>
        <p>
          The training core is written in C++ and has the classes of chapter 3. Names that the book shortens are written
          in full. <a href=${hashOf({ kind: 'book' })}>By the book</a> lists the book’s sections with their pages.
        </p>
      </div>
      ${NAMES.map(
        ({ title, names }) => html`<section>
          <h2>${title}</h2>
          <div class="scroll" tabindex="0" role="region" aria-label=${title}>
            <table>
              <thead>
                <tr>
                  <th scope="col">The book</th>
                  <th scope="col">Here</th>
                  <th scope="col">What it is</th>
                </tr>
              </thead>
              <tbody>
                ${names.map(
                  ({ book, ours, what }) => html`<tr>
                    <th scope="row"><code>${book}</code></th>
                    <td><code>${ours}</code></td>
                    <td>${what}</td>
                  </tr>`,
                )}
              </tbody>
            </table>
          </div>
        </section>`,
      )}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-book-names': NamesView;
  }
}
