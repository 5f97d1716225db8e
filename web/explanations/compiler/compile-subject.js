/** Compiles a subject's file into an explanation. A mistake is an error that names file and line. */
import { coreListing } from './core-listing.js';
import { mathml, termsIn } from './mathml.js';
import { pictureOf } from './picture.js';
import { SubjectError } from './subject-error.js';
import { markedPhrases, tokens } from './tokens.js';

/** @typedef {import('../explanation').Listing} Listing */
/** @typedef {import('../explanation').CodeLanguage} CodeLanguage */
/** @typedef {import('./source').SubjectSource} SubjectSource */
/** @typedef {import('./source').FenceSource} FenceSource */

const LANGUAGES = /** @type {const} */ (['numpy', 'cpp', 'pytorch']);

/**
 * Error SubjectError.
 * @param {SubjectSource} subject @param {import('./core-listing.js').CoreFile} coreFile
 * @returns {import('../explanation').Explanation}
 */
export function compileSubject(subject, coreFile) {
  const { id, file } = subject;
  const letters = new Map(subject.terms.map((term) => [term.id, term.letter]));
  const formulas = subject.fences.filter(({ language }) => language === 'math');
  const listings = subject.fences.flatMap((fence) => compileFence(subject, fence, coreFile));
  checkFormulas(subject, formulas);
  for (const language of LANGUAGES) checkLanguage(subject, language, listings);
  return {
    id,
    title: subject.title,
    sentence: subject.sentence,
    picture: pictureOf(subject),
    formulas: formulas.map(({ label, phase, when, lines, line }) => {
      return { label: shownLabel(label), phase, when, mathml: mathml(file, line, lines.join('\n'), letters, 'block') };
    }),
    terms: subject.terms.map(({ id, label, letter, array, line }) => {
      return { id, label, symbol: mathml(file, line, letter, letters, 'inline'), array };
    }),
    listings,
  };
}

/** `(detail)` in a label keeps the formula out of the formulas of a whole network. @param {string} label */
const shownLabel = (label) => label.replace(/ ?\(detail\)$/, '');

/** @param {SubjectSource} subject @param {CodeLanguage} language @returns {import('./source').Phrase[]} */
const phrasesOf = ({ terms }, language) =>
  terms.flatMap(({ id, phrases }) => phrases[language].map((text) => ({ text, term: id })));

/**
 * A snippet is one listing; a C++ fence contains references, one in each line.
 * @param {SubjectSource} subject @param {FenceSource} fence @param {import('./core-listing.js').CoreFile} coreFile
 * @returns {Listing[]}
 */
function compileFence(subject, { language, label, phase, when, lines, line }, coreFile) {
  if (language === 'math' || language === 'arithmetic' || language === 'onnx') return [];
  const phrases = phrasesOf(subject, language);
  if (language === 'cpp') {
    return lines.map((one, index) => coreListing(subject, phase, one, line + index, phrases, coreFile));
  }
  return [{ language, label, phase, when, source: null, lines: lines.map((one) => tokens(one, language, phrases)) }];
}

/** @param {SubjectSource} subject @param {readonly FenceSource[]} formulas */
function checkFormulas({ file, terms, line }, formulas) {
  if (formulas.length === 0) throw new SubjectError(file, line, 'There is no formula.');
  const used = new Set(formulas.flatMap(({ lines }) => termsIn(lines.join('\n'))));
  const unused = terms.find(({ id }) => !used.has(id));
  if (unused !== undefined) throw new SubjectError(file, unused.line, `The term ${unused.id} is in no formula.`);
}

/**
 * Each term must occur in each language, each of its spellings must occur, and no two terms share a spelling.
 * @param {SubjectSource} subject @param {CodeLanguage} language @param {readonly Listing[]} listings
 */
function checkLanguage({ file, terms, line }, language, listings) {
  const code = listings.filter((listing) => listing.language === language);
  if (code.length === 0) throw new SubjectError(file, line, `There is no code in ${language}.`);
  const found = new Set(code.flatMap(({ lines }) => lines.flatMap(markedPhrases)));
  const seen = new Set();
  for (const { id, phrases, line: at } of terms) {
    for (const phrase of phrases[language]) {
      if (seen.has(phrase)) throw new SubjectError(file, at, `"${phrase}" stands for two terms in ${language}.`);
      seen.add(phrase);
      if (!found.has(`${id} ${phrase}`)) {
        throw new SubjectError(file, at, `"${phrase}" does not occur in the ${language} code.`);
      }
    }
    if (![...found].some((one) => one.startsWith(`${id} `))) {
      throw new SubjectError(file, at, `The term ${id} is not in the ${language} code.`);
    }
  }
}
