/** References to the core, such as `sgd.cpp SGD::step`, and the lines they refer to. */
import { definitions } from './cpp-source.js';
import { SubjectError } from './subject-error.js';
import { markedPhrases, tokens } from './tokens.js';

/** @typedef {import('./source').Phrase} Phrase */
/** @typedef {(name: string) => { path: string, text: string } | undefined} CoreFile a file of the core; undefined if there is none */

const CORE = 'wasm/core';

/**
 * A reference may give the meaning of words in its lines only: `layer.cpp Layer::forward | values = output`.
 * Error SubjectError.
 * @param {import('./source').SubjectSource} subject @param {import('../explanation').Phase} phase
 * @param {string} reference @param {number} line where it stands
 * @param {readonly Phrase[]} general the phrases of the table @param {CoreFile} coreFile
 * @returns {import('../explanation').Listing}
 */
export function coreListing(subject, phase, reference, line, general, coreFile) {
  const fail = (/** @type {string} */ sentence) => new SubjectError(subject.file, line, sentence);
  const [matched, file = '', name = '', own] = /^(\S+) ([^|]+?)(?: \| (.+))?$/.exec(reference) ?? [];
  if (matched === undefined) throw fail('A reference is a file of the core and a name in it.');
  const source = coreFile(file);
  if (source === undefined) throw fail(`There is no file ${file} in ${CORE}.`);
  const path = `${CORE}/${source.path}`;
  const [found, another] = definitions(source.text, name);
  if (found === undefined) throw fail(`${path} does not define ${name}.`);
  if (another !== undefined) throw fail(`${path} defines ${name} more than once.`);

  const here = (own?.split(', ') ?? []).map((pair) => {
    const [, text = '', term = ''] = /^(\S+) = (\S+)$/.exec(pair) ?? [];
    if (subject.terms.some(({ id }) => id === term)) return { text, term };
    throw fail(`"${pair}" is not a word, " = " and a term of the table.`);
  });
  const others = general.filter(({ text }) => here.every((phrase) => phrase.text !== text));
  const lines = found.lines.map((one) => tokens(one, 'cpp', [...here, ...others]));
  const written = new Set(lines.flatMap(markedPhrases));
  const missing = here.find(({ text, term }) => !written.has(`${term} ${text}`));
  if (missing !== undefined) throw fail(`"${missing.text}" does not occur in ${name}.`);

  const label = name.replace(/(?<!operator)\(.*$/, '');
  return { language: 'cpp', label, phase, when: null, source: { file: path, line: found.line }, lines };
}
