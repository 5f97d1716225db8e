/** Makes an explanation of a subject's file. Whatever does not fit together is an error that names file and line. */
import { coreListing } from './core-listing.js';
import { mathml, termsIn } from './mathml.js';
import { SubjectError } from './subject-error.js';
import { readSubject } from './subject-file.js';
import { markedPhrases, tokens } from './tokens.js';

/** @typedef {import('../explanation').Listing} Listing */
/** @typedef {import('../explanation').Tongue} Tongue */
/** @typedef {import('./source').SubjectSource} SubjectSource */
/** @typedef {import('./source').FenceSource} FenceSource */

const TONGUES = /** @type {const} */ (['numpy', 'cpp', 'pytorch']);

/**
 * Error SubjectError.
 * @param {string} id @param {string} file its path from the root, for messages @param {string} text
 * @param {import('./core-listing.js').CoreFile} coreFile
 * @returns {import('../explanation').Explanation}
 */
export function compileSubject(id, file, text, coreFile) {
  const subject = readSubject(file, text);
  const letters = new Map(subject.terms.map((term) => [term.id, term.letter]));
  const formulas = subject.fences.filter(({ language }) => language === 'math');
  const listings = subject.fences.flatMap((fence) => compileFence(subject, fence, coreFile));
  checkFormulas(subject, formulas);
  for (const tongue of TONGUES) checkTongue(subject, tongue, listings);
  return {
    id,
    title: subject.title,
    sentence: subject.sentence,
    formulas: formulas.map(({ label, phase, lines, line }) => {
      return { label, phase, mathml: mathml(file, line, lines.join('\n'), letters, 'block') };
    }),
    terms: subject.terms.map(({ id, label, letter, array, line }) => {
      return { id, label, symbol: mathml(file, line, letter, letters, 'inline'), array };
    }),
    listings,
  };
}

/** @param {SubjectSource} subject @param {Tongue} tongue @returns {import('./source').Phrase[]} */
const phrasesOf = ({ terms }, tongue) =>
  terms.flatMap(({ id, phrases }) => phrases[tongue].map((text) => ({ text, term: id })));

/**
 * A snippet is one listing; a fence of C++ holds references, one a line.
 * @param {SubjectSource} subject @param {FenceSource} fence @param {import('./core-listing.js').CoreFile} coreFile
 * @returns {Listing[]}
 */
function compileFence(subject, { language, label, phase, lines, line }, coreFile) {
  if (language === 'math') return [];
  const phrases = phrasesOf(subject, language);
  if (language === 'cpp') {
    return lines.map((one, index) => coreListing(subject, phase, one, line + index, phrases, coreFile));
  }
  return [{ tongue: language, label, phase, source: null, lines: lines.map((one) => tokens(one, language, phrases)) }];
}

/** @param {SubjectSource} subject @param {readonly FenceSource[]} formulas */
function checkFormulas({ file, terms, line }, formulas) {
  if (formulas.length === 0) throw new SubjectError(file, line, 'There is no formula.');
  const used = new Set(formulas.flatMap(({ lines }) => termsIn(lines.join('\n'))));
  const unused = terms.find(({ id }) => !used.has(id));
  if (unused !== undefined) throw new SubjectError(file, unused.line, `The term ${unused.id} is in no formula.`);
}

/**
 * Each term stands somewhere in each tongue, each way of writing it occurs, and no two terms are written alike.
 * @param {SubjectSource} subject @param {Tongue} tongue @param {readonly Listing[]} listings
 */
function checkTongue({ file, terms, line }, tongue, listings) {
  const code = listings.filter((listing) => listing.tongue === tongue);
  if (code.length === 0) throw new SubjectError(file, line, `There is no code in ${tongue}.`);
  const found = new Set(code.flatMap(({ lines }) => lines.flatMap(markedPhrases)));
  const seen = new Set();
  for (const { id, phrases, line: at } of terms) {
    for (const phrase of phrases[tongue]) {
      if (seen.has(phrase)) throw new SubjectError(file, at, `"${phrase}" stands for two terms in ${tongue}.`);
      seen.add(phrase);
      if (!found.has(`${id} ${phrase}`)) {
        throw new SubjectError(file, at, `"${phrase}" does not occur in the ${tongue} code.`);
      }
    }
    if (![...found].some((one) => one.startsWith(`${id} `))) {
      throw new SubjectError(file, at, `The term ${id} is not in the ${tongue} code.`);
    }
  }
}
