/**
 * Reads a subject's file, a Markdown document with a fixed structure (docs/explanations.md): optional front matter,
 * title, sentence, table of terms, then sections named after phases, with formulas and code in fences.
 */
import { labelAndCondition } from './condition.js';
import { readFrontMatter } from './front-matter.js';
import { SubjectError } from './subject-error.js';
import { readTerms } from './terms-table.js';

/** @type {Readonly<Record<string, import('../explanation').Phase>>} */
const PHASES = {
  Definition: 'definition',
  Forward: 'forward',
  Backward: 'backward',
  Update: 'update',
  // The nodes of a graph that only predicts.
  ONNX: 'forward',
};
const LANGUAGES = /** @type {const} */ (['math', 'numpy', 'cpp', 'pytorch', 'arithmetic', 'onnx']);

/**
 * Error SubjectError, at the first line that does not follow this structure.
 * @param {string} id @param {string} file @param {string} text
 * @returns {import('./source').SubjectSource}
 */
export function readSubject(id, file, text) {
  const front = readFrontMatter(file, text);
  const lines = text.split('\n');
  /** @param {number} index */
  const at = (index) => lines[index] ?? '';
  /** @param {number} index */
  const skipBlank = (index) => {
    let next = index;
    while (next < lines.length && at(next).trim() === '') next += 1;
    return next;
  };
  /** @param {number} index */
  const paragraphEnd = (index) => {
    let next = index;
    while (at(next).trim() !== '') next += 1;
    return next;
  };

  const start = front.lines;
  const title = /^# (.+)$/.exec(at(start))?.[1];
  if (title === undefined) throw new SubjectError(file, start + 1, 'A subject starts with its title, "# …".');
  const sentenceStart = skipBlank(start + 1);
  const sentenceEnd = paragraphEnd(sentenceStart);
  const sentence = lines.slice(sentenceStart, sentenceEnd).join(' ');
  if (!/^[^|#`].*\.$/.test(sentence)) {
    throw new SubjectError(file, sentenceStart + 1, 'This must be one sentence with a full stop.');
  }
  const tableStart = skipBlank(sentenceEnd);
  const tableEnd = paragraphEnd(tableStart);
  const terms = readTerms(file, lines.slice(tableStart, tableEnd), tableStart + 1, ownArrays(front.values));
  const fences = readSections(file, lines, tableEnd);
  return { id, file, front, title, sentence, terms, fences, line: tableStart + 1 };
}

/**
 * Extra arrays: those an operation uses besides input and parameters, and those an optimiser keeps, before and after a
 * step; also the settings of a part that are numbers.
 */
function ownArrays(/** @type {Readonly<Record<string, unknown>>} */ { internals, state, settings }) {
  const names = (/** @type {unknown} */ value) => (Array.isArray(value) ? value.map(String) : []);
  const own = Object.entries(/** @type {Readonly<Record<string, { kind: string }>>} */ (settings ?? {}));
  const numbers = own.filter(([, { kind }]) => kind === 'whole' || kind === 'finite').map(([name]) => name);
  return [...names(internals), ...names(state).flatMap((name) => [name, `${name}′`]), ...numbers];
}

/**
 * @param {string} file @param {readonly string[]} lines @param {number} start
 * @returns {import('./source').FenceSource[]}
 */
function readSections(file, lines, start) {
  /** @type {import('./source').FenceSource[]} */
  const fences = [];
  let heading = '';
  for (let index = start; index < lines.length; index += 1) {
    const text = lines[index] ?? '';
    const named = /^## (.+)$/.exec(text)?.[1];
    if (named !== undefined && !Object.hasOwn(PHASES, named)) {
      throw new SubjectError(file, index + 1, `"${named}" is not one of ${Object.keys(PHASES).join(', ')}.`);
    }
    heading = named ?? heading;
    if (named !== undefined || text.trim() === '') continue;
    const fence = readFence(file, lines, index, heading);
    fences.push(fence);
    index += fence.lines.length + 1;
  }
  return fences;
}

/**
 * @param {string} file @param {readonly string[]} lines @param {number} index @param {string} heading
 * @returns {import('./source').FenceSource}
 */
function readFence(file, lines, index, heading) {
  const [opening, name, info = ''] = /^```(\w+)(?: (.+))?$/.exec(lines[index] ?? '') ?? [];
  const language = LANGUAGES.find((one) => one === name);
  const phase = PHASES[heading];
  const end = lines.indexOf('```', index + 1);
  if (opening === undefined) throw new SubjectError(file, index + 1, 'This is neither a heading nor a fence.');
  if (language === undefined)
    throw new SubjectError(file, index + 1, `"${name}" is not one of ${LANGUAGES.join(', ')}.`);
  if (phase === undefined) throw new SubjectError(file, index + 1, 'A fence belongs below a heading.');
  if (end < 0) throw new SubjectError(file, index + 1, 'This fence does not end.');
  const { label, when } = labelAndCondition(file, index + 1, info);
  const content = lines.slice(index + 1, end);
  return { language, label: label || heading, section: heading, phase, when, lines: content, line: index + 2 };
}
