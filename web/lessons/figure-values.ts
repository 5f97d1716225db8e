/** The values of a figure as text: in a lesson's Markdown, and in the page's address. */
import type { FigureField, FigureValue } from '../figures/fields.js';

/** `expected` is the end of a sentence that begins with “must be”. */
export type Reading =
  | { readonly ok: true; readonly value: FigureValue }
  | { readonly ok: false; readonly expected: string };

export function readValue(field: FigureField, text: string): Reading {
  const value = parsed(field, text.trim());
  return value === undefined ? { ok: false, expected: expectation(field) } : { ok: true, value };
}

/** The shortest text that reads back as the same value. */
export function writeValue(value: FigureValue): string {
  if (typeof value !== 'object') return String(value);
  return value.join(typeof value[0] === 'number' ? ' ' : ',');
}

function parsed(field: FigureField, text: string): FigureValue | undefined {
  switch (field.kind) {
    case 'number': {
      const value = toNumber(text);
      const fits = Number.isInteger(value) || !Number.isInteger(field.step);
      return fits && value >= field.min && value <= field.max ? value : undefined;
    }
    case 'choice':
      return field.of.includes(text) ? text : undefined;
    case 'names': {
      const names = text === '' ? [] : text.split(',').map((name) => name.trim());
      const fits = names.length >= field.least && names.length <= field.most;
      return fits && names.every((name) => field.of.includes(name)) ? names : undefined;
    }
    case 'numbers': {
      const values = text.split(/\s+/).map(toNumber);
      const fits = field.most === undefined ? values.length === field.default.length : values.length <= field.most;
      return fits && values.every((value) => value >= field.min && value <= field.max) ? values : undefined;
    }
    case 'flag':
      // `{open}` in a lesson is short for `{open=true}`.
      return text === 'true' || text === '' ? true : text === 'false' ? false : undefined;
  }
}

/** NaN if the text is not a decimal number. */
function toNumber(text: string): number {
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}

function expectation(field: FigureField): string {
  switch (field.kind) {
    case 'number':
      return `a ${Number.isInteger(field.step) ? 'whole ' : ''}number from ${field.min} to ${field.max}`;
    case 'choice':
      return `one of ${field.of.join(', ')}`;
    case 'names': {
      const count = field.least === field.most ? field.least : `${field.least} to ${field.most}`;
      return `${count} of ${field.of.join(', ')}, with commas between them`;
    }
    case 'numbers':
      return `${field.most === undefined ? field.default.length : `1 to ${field.most}`} numbers from ${field.min} to ${field.max}, with spaces between them`;
    case 'flag':
      return 'true or false';
  }
}
