/** The values of one figure as text, `point=2&function=square`. */
import type { FigureField, FigureValue } from '../../figures/fields.js';
import type { FigureValues } from '../../figures/figure-element';
import { readValue, writeValue } from '../../lessons/figure-values';

type Fields = Readonly<Record<string, FigureField>>;

/** A value for each field. A missing or invalid value becomes the default, with a sentence for each mistake. */
export function readFigureValues(
  fields: Fields,
  text: string,
): { readonly values: FigureValues; readonly sentences: readonly string[] } {
  const values: Record<string, FigureValue> = {};
  for (const [name, field] of Object.entries(fields)) values[name] = field.default;
  const sentences: string[] = [];
  for (const [name, given] of new URLSearchParams(text)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined) {
      sentences.push(`The figure has no value “${name}”; it has ${Object.keys(fields).join(', ')}.`);
      continue;
    }
    const reading = readValue(field, given);
    if (reading.ok) values[name] = reading.value;
    else sentences.push(`“${name}” is “${given}”; it must be ${reading.expected}.`);
  }
  return { values, sentences };
}

/** The values that differ from the figure's defaults. */
export function writeFigureValues(fields: Fields, values: FigureValues): string {
  const texts = Object.entries(fields).map(
    ([name, field]) => [name, writeValue(values[name] ?? field.default)] as const,
  );
  const changed = texts.filter(([name, text]) => text !== writeValue(fields[name]?.default as FigureValue));
  return new URLSearchParams(changed.map(([name, text]) => [name, text])).toString();
}
