/** The values of all figures of a page, and the part of them that is in the page's address. */
import { FIGURES } from '../figures/descriptions.js';
import type { FigureField, FigureValue } from '../figures/fields.js';
import type { FigureValues } from '../figures/figure-element';
import { readValue, writeValue } from './figure-values';
import type { FigureBlock, LessonPage } from './lesson';

/** By the id of the figure. */
export type PageValues = ReadonlyMap<string, FigureValues>;

/**
 * The page's values with those of the address in their place; what cannot be used is left out and said in a sentence.
 */
export function valuesOf(
  page: LessonPage,
  query: ReadonlyMap<string, string>,
): { readonly values: PageValues; readonly sentences: readonly string[] } {
  const values = new Map<string, Record<string, FigureValue>>();
  for (const { id, values: own } of figuresOf(page)) values.set(id, { ...own });
  const sentences: string[] = [];
  for (const [key, text] of query) {
    const [id = '', name = ''] = key.split('.', 2);
    const field = fieldsOf(page, id)[name];
    if (field === undefined) {
      sentences.push(`The address sets “${key}”, which this page does not have.`);
      continue;
    }
    const reading = readValue(field, text);
    if (reading.ok) (values.get(id) as Record<string, FigureValue>)[name] = reading.value;
    else sentences.push(`The address sets “${field.label}” to “${text}”; it must be ${reading.expected}.`);
  }
  return { values, sentences };
}

/** The values that differ from the page's own: `f1.point` → `1.5`. */
export function queryOf(page: LessonPage, values: PageValues): ReadonlyMap<string, string> {
  const query = new Map<string, string>();
  for (const { id, values: own } of figuresOf(page)) {
    for (const [name, value] of Object.entries(values.get(id) ?? own)) {
      const text = writeValue(value);
      if (text !== writeValue(own[name] as FigureValue)) query.set(`${id}.${name}`, text);
    }
  }
  return query;
}

function figuresOf({ blocks }: LessonPage): readonly FigureBlock[] {
  return blocks.filter((block) => block.kind === 'figure');
}

function fieldsOf(page: LessonPage, id: string): Readonly<Record<string, FigureField>> {
  const figure = figuresOf(page).find((block) => block.id === id);
  return figure === undefined ? {} : (FIGURES[figure.name]?.fields ?? {});
}
