/**
 * The states of a figure that a task asks for: `f1.units=26`, `f1.rate=0.6 and f1.steps=10; f1.rate=0.7`,
 * `f1.derivative=0 by point`. Semicolons separate steps; each step starts from the one before.
 */
import type { Node } from 'unist';
import type { FigureDescription, FigureValue } from '../../figures/fields.js';
import { QUANTITIES } from '../../figures/quantities';
import { readValue } from '../figure-values';
import type { FigureBlock } from '../lesson';
import { type Problems, unknownName } from './problems';
import type { References } from './references';

/** A field set to a value that the figure's bounds allow. */
export interface Setting {
  readonly kind: 'setting';
  readonly figure: string;
  readonly field: string;
  readonly value: FigureValue;
}

/** A quantity of the figure with this result, for the current fields or for some value of one of them. */
export interface Outcome {
  readonly kind: 'outcome';
  readonly figure: string;
  readonly quantity: string;
  readonly operator: '=' | '<' | '>';
  readonly value: number;
  /** The field that the reader changes; null if the settings alone must give the result. */
  readonly by: string | null;
}

/** In the order of the text. */
export type Step = readonly (Setting | Outcome)[];

export interface Reach {
  readonly line: number;
  readonly steps: readonly Step[];
}

const CONDITION = /^([a-z][a-z0-9-]*)\.([a-z-]+)\s*([=<>])\s*(.*?)(?:\s+by\s+([a-z-]+))?$/;

export class ReachReader {
  readonly #figures: ReadonlyMap<string, FigureBlock>;
  readonly #descriptions: References['figures'];
  readonly #problems: Problems;

  /** `figures`: those on the page, by id. */
  constructor(figures: ReadonlyMap<string, FigureBlock>, descriptions: References['figures'], problems: Problems) {
    this.#figures = figures;
    this.#descriptions = descriptions;
    this.#problems = problems;
  }

  read(where: Node, text: string): Reach {
    const steps = text.split(';').map((step) =>
      step.split(/\sand\s/).flatMap((condition) => {
        const read = this.#condition(where, condition.trim());
        return read === undefined ? [] : [read];
      }),
    );
    return { line: where.position?.start.line ?? 1, steps };
  }

  #condition(where: Node, text: string): Setting | Outcome | undefined {
    const [, id = '', name = '', operator = '', wanted = '', by] = CONDITION.exec(text) ?? [];
    if (id === '') {
      this.#problems.report(
        where,
        `“${text}” is not a state of a figure; write “f1.point=2” or “f1.derivative=0 by point”.`,
      );
      return undefined;
    }
    const figure = this.#figures.get(id);
    if (figure === undefined) {
      this.#problems.report(where, unknownName('figure on this page', id, this.#figures.keys()));
      return undefined;
    }
    const { fields } = this.#descriptions[figure.name] as FigureDescription;
    const field = fields[name];
    if (field !== undefined && operator === '=' && by === undefined) {
      const reading = readValue(field, wanted);
      if (reading.ok) return { kind: 'setting', figure: id, field: name, value: reading.value };
      this.#problems.report(
        where,
        `The figure cannot reach this: “${name}” must be ${reading.expected}, not “${wanted}”.`,
      );
      return undefined;
    }
    const quantities = Object.keys(QUANTITIES[figure.name] ?? {});
    if (!quantities.includes(name)) {
      this.#problems.report(
        where,
        unknownName(`field of “${figure.name}”`, name, [...Object.keys(fields), ...quantities]),
      );
      return undefined;
    }
    if (by !== undefined && fields[by]?.kind !== 'number') {
      this.#problems.report(
        where,
        `“by ${by}” must name a number that readers can set in the figure “${figure.name}”.`,
      );
      return undefined;
    }
    const value = Number(wanted);
    if (wanted === '' || Number.isNaN(value)) {
      this.#problems.report(where, `“${name}” is compared with a number, not with “${wanted}”.`);
      return undefined;
    }
    return {
      kind: 'outcome',
      figure: id,
      quantity: name,
      operator: operator as Outcome['operator'],
      value,
      by: by ?? null,
    };
  }
}
