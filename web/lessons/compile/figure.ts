/** Checks `::figure` against the figure's description. */
import type { LeafDirective } from 'mdast-util-directive';
import type { FigureValue } from '../../figures/fields.js';
import { readValue } from '../figure-values';
import type { FigureBlock } from '../lesson';
import { attributesOf, requiredAttribute } from './markdown';
import { type Problems, unknownName } from './problems';
import type { References } from './references';

/** `id`: its name in the page's address if the author gives none. */
export function readFigure(
  directive: LeafDirective,
  id: string,
  figures: References['figures'],
  problems: Problems,
): FigureBlock | undefined {
  const given = new Map(Object.entries(directive.attributes ?? {}));
  const name = requiredAttribute(directive, new Map(given as Map<string, string>), 'name', problems);
  if (name === undefined) return undefined;
  const description = figures[name];
  if (description === undefined) {
    problems.report(directive, unknownName('figure', name, Object.keys(figures)));
    return undefined;
  }
  const attributes = attributesOf(directive, ['name', 'id', ...Object.keys(description.fields)], problems);
  const ownId = attributes.get('id') ?? id;
  if (!/^[a-z][a-z0-9-]*$/.test(ownId)) {
    problems.report(directive, `The id “${ownId}” must be made of small letters, digits and hyphens.`);
  }
  const values = Object.entries(description.fields).map(([key, field]): [string, FigureValue] => {
    const text = attributes.get(key);
    if (text === undefined) return [key, field.default];
    const reading = readValue(field, text);
    if (reading.ok) return [key, reading.value];
    problems.report(directive, `“${key}” of the figure “${name}” must be ${reading.expected}, not “${text}”.`);
    return [key, field.default];
  });
  return { kind: 'figure', id: ownId, name, values: Object.fromEntries(values) };
}
