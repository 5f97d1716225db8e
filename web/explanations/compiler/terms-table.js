/** The table of terms in a subject's file. */
import { SubjectError } from './subject-error.js';

const HEAD = ['term', 'letter', 'array', 'stands for', 'numpy', 'cpp', 'pytorch'];

/** The arrays of every pass. */
const ARRAYS = [
  'input',
  'parameter',
  'output',
  'outputGradient',
  'inputGradient',
  'gradient',
  'targets',
  'predictions',
  'updated',
  'learningRate',
  'rows',
];

/** @param {string} row */
const cells = (row) =>
  row
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

/** @param {string} cell */
const phrases = (cell) => (cell === '' ? [] : cell.split(/,\s+/));

/**
 * Error SubjectError.
 * @param {string} file @param {readonly string[]} rows @param {number} line of the table's head
 * @param {readonly string[]} own arrays that only this part has: what it draws or keeps
 * @returns {import('./source').TermSource[]}
 */
export function readTerms(file, rows, line, own) {
  const [head = '', , ...body] = rows;
  if (cells(head).join() !== HEAD.join()) {
    throw new SubjectError(file, line, `The table of terms has the columns ${HEAD.join(' | ')}.`);
  }
  const terms = body.map((row, index) => readTerm(file, row, line + 2 + index, [...ARRAYS, ...own]));
  for (const [index, { id, line: at }] of terms.entries()) {
    if (terms.findIndex((term) => term.id === id) < index) {
      throw new SubjectError(file, at, `The term ${id} is declared twice.`);
    }
  }
  return terms;
}

/**
 * @param {string} file @param {string} row @param {number} line @param {readonly string[]} arrays
 * @returns {import('./source').TermSource}
 */
function readTerm(file, row, line, arrays) {
  const [id = '', letter = '', named = '', label = '', numpy = '', cpp = '', pytorch = '', ...more] = cells(row);
  const array = named === '' ? null : arrays.find((one) => one === named);
  if (more.length > 0) throw new SubjectError(file, line, `A term has ${HEAD.length} cells.`);
  if (!/^[a-z][a-z0-9-]*$/.test(id)) throw new SubjectError(file, line, `"${id}" is no term: a-z, 0-9 and - only.`);
  if (letter === '' || label === '') throw new SubjectError(file, line, `The term ${id} needs a letter and words.`);
  if (array === undefined) {
    throw new SubjectError(file, line, `"${named}" is no array of a pass; there are ${arrays.join(', ')}.`);
  }
  const written = { numpy: phrases(numpy), cpp: phrases(cpp), pytorch: phrases(pytorch) };
  return { id, letter, array, label, phrases: written, line };
}
