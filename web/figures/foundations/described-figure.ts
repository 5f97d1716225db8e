import { css, html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Matrix } from '../../engine/types';
import '../array-grid';
import type { ArrayChange } from '../array-grid';
import { choiceField } from '../choice-field';
import { CoreFigure } from '../core-figure';
import type { FigureDescription } from '../fields.js';
import '../number-field';
import { FOUNDATIONS } from './descriptions.js';

/** A figure of this chapter, whose controls are made from its description. */
export abstract class DescribedFigure extends CoreFigure {
  protected readonly description: FigureDescription;

  /** `name`: its name in the descriptions. */
  constructor(name: string) {
    super();
    const description = FOUNDATIONS[name];
    if (description === undefined) throw new RangeError(`No figure of this chapter is called “${name}”.`);
    this.description = description;
  }

  protected numberControl(name: string, logarithmic = false): TemplateResult {
    return html`<mf-number-field
      data-field=${name}
      .field=${this.fieldOf(name, 'number')}
      .value=${this.number(name)}
      ?logarithmic=${logarithmic}
      @number-change=${(event: CustomEvent<number>) => this.change({ [name]: event.detail })}
    ></mf-number-field>`;
  }

  /** `title`: how to label a choice. */
  protected choiceControl(name: string, title?: (choice: string) => string): TemplateResult {
    const { label, of } = this.fieldOf(name, 'choice');
    return choiceField({
      id: name,
      label,
      of,
      value: this.text(name),
      ...(title && { title }),
      choose: (choice) => this.change({ [name]: choice }),
    });
  }

  /** An editable array; `letter` is its name in the picture. */
  protected arrayControl(name: string, letter: string, matrix: Matrix, axes = false): TemplateResult {
    const { min, max } = this.fieldOf(name, 'numbers');
    return html`<mf-array-grid
      .name=${letter}
      .matrix=${matrix}
      .bounds=${{ min, max, step: 1 }}
      ?axes=${axes}
      @array-change=${(event: ArrayChange) => this.change({ [name]: event.detail })}
    ></mf-array-grid>`;
  }

  /** For random numbers: buttons that draw others and restore the first ones. */
  protected seedControl(): TemplateResult {
    const { default: first, max } = this.fieldOf('seed', 'number');
    const seed = this.number('seed');
    return html`<div class="seed">
      <button type="button" @click=${() => this.change({ seed: seed < max ? seed + 1 : 0 })}>Draw new numbers</button>
      <button type="button" ?disabled=${seed === first} @click=${() => this.change({ seed: first })}>
        The course’s numbers
      </button>
      <span class="soft small">seed ${seed}</span>
    </div>`;
  }

  protected flagControl(name: string): TemplateResult {
    return html`<div class="check">
      <input
        id=${name}
        type="checkbox"
        .checked=${live(this.flag(name))}
        @change=${(event: Event) => this.change({ [name]: (event.target as HTMLInputElement).checked })}
      />
      <label for=${name}>${this.fieldOf(name, 'flag').label}</label>
    </div>`;
  }

  protected fieldOf<Kind extends FigureDescription['fields'][string]['kind']>(name: string, kind: Kind) {
    const field = this.description.fields[name];
    if (field?.kind !== kind) throw new RangeError(`“${this.description.title}” has no ${kind} “${name}”.`);
    return field as Extract<FigureDescription['fields'][string], { kind: Kind }>;
  }

  static override styles = [
    ...CoreFigure.styles,
    css`
      .seed {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-3);
        grid-column: 1 / -1;
      }
      .arrays {
        display: flex;
        flex-wrap: wrap;
        align-items: flex-start;
        gap: var(--space-4) var(--space-5);
      }
      .arrays > * {
        min-width: 0;
        max-width: 100%;
      }
    `,
  ];
}
