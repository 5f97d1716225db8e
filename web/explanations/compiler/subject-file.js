/**
 * Reads a subject's file, a Markdown document of one fixed shape (docs/explanations.md describes it): title, sentence,
 * table of terms, then sections named after phases, with formulas and code in fences.
 */
import { SubjectError } from './subject-error.js';
import { readTerms } from './terms-table.js';

/** @type {Readonly<Record<string, import('../explanation').Phase>>} */
const PHASES = { Definition: 'definition', Forward: 'forward', Backward: 'backward', Update: 'update' };
const LANGUAGES = /** @type {const} */ (['math', 'numpy', 'cpp', 'pytorch']);

/**
 * Error SubjectError, at the first line that is not of the shape.
 * @param {string} file @param {string} text
 * @returns {import('./source').SubjectSource}
 */
export function readSubject(file, text) {
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

  const title = /^# (.+)$/.exec(at(0))?.[1];
  if (title === undefined) throw new SubjectError(file, 1, 'A subject starts with its title, "# …".');
  const sentenceStart = skipBlank(1);
  const sentenceEnd = paragraphEnd(sentenceStart);
  const sentence = lines.slice(sentenceStart, sentenceEnd).join(' ');
  if (!/^[^|#`].*\.$/.test(sentence)) {
    throw new SubjectError(file, sentenceStart + 1, 'One sentence belongs here, with a full stop.');
  }
  const tableStart = skipBlank(sentenceEnd);
  const tableEnd = paragraphEnd(tableStart);
  const terms = readTerms(file, lines.slice(tableStart, tableEnd), tableStart + 1);
  return { file, title, sentence, terms, fences: readSections(file, lines, tableEnd), line: tableStart + 1 };
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
      throw new SubjectError(file, index + 1, `"${named}" is none of ${Object.keys(PHASES).join(', ')}.`);
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
  const [opening, name, label] = /^```(\w+)(?: (.+))?$/.exec(lines[index] ?? '') ?? [];
  const language = LANGUAGES.find((one) => one === name);
  const phase = PHASES[heading];
  const end = lines.indexOf('```', index + 1);
  if (opening === undefined) throw new SubjectError(file, index + 1, 'This is neither a heading nor a fence.');
  if (language === undefined) throw new SubjectError(file, index + 1, `"${name}" is none of ${LANGUAGES.join(', ')}.`);
  if (phase === undefined) throw new SubjectError(file, index + 1, 'A fence belongs below a heading.');
  if (end < 0) throw new SubjectError(file, index + 1, 'This fence does not end.');
  return { language, label: label ?? heading, phase, lines: lines.slice(index + 1, end), line: index + 2 };
}
