/** The front matter of a subject's file: YAML between two lines of `---` before the title. */
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { SubjectError } from './subject-error.js';

/**
 * @typedef {object} FrontMatter
 * @property {Readonly<Record<string, unknown>>} values
 * @property {(key: string) => number} lineOf the line of a key, or of the start if the key is missing
 * @property {number} lines the number of lines of the front matter, with its rules
 */

/** @type {FrontMatter} */
const NONE = { values: {}, lineOf: () => 1, lines: 0 };

/** Error SubjectError. @param {string} file @param {string} text @returns {FrontMatter} */
export function readFrontMatter(file, text) {
  const [whole, yaml] = /^---\n([\s\S]*?\n)---\n/.exec(text) ?? [];
  if (whole === undefined || yaml === undefined) return NONE;
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter });
  const [error] = document.errors;
  if (error !== undefined) {
    const line = counter.linePos(error.pos[0]).line + 1;
    throw new SubjectError(file, line, `The front matter is not YAML: ${error.message.split('\n')[0]}`);
  }
  const map = document.contents;
  if (!isMap(map)) throw new SubjectError(file, 2, 'The front matter has keys and values.');
  /** @type {Map<unknown, number>} */
  const places = new Map();
  for (const { key } of map.items) {
    if (isScalar(key)) places.set(key.value, counter.linePos(key.range?.[0] ?? 0).line + 1);
  }
  return {
    values: document.toJS(),
    lineOf: (key) => places.get(key) ?? 1,
    lines: whole.split('\n').length - 1,
  };
}
