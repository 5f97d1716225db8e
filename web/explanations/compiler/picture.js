/**
 * The drawing of a subject: boxes in a row with edges between them. Front matter gives either the `letter` of a single
 * box, around which the terms are placed by the arrays they stand for, or a `picture`, an alternating list of edges and
 * boxes:
 *
 *     - features                                        an edge with the term `features` on it
 *     - { letter: ν, hanging: weights }                 a box; `term`, `hanging` and `gradients` name terms
 *     - predictions | predictions-gradient              forward | backward
 *
 * Terms are separated by spaces; `value=u` draws the term `value` as u, and `~two_words` is plain text.
 */
import { SubjectError } from './subject-error.js';

/** @typedef {import('../explanation').TermPicture} TermPicture */
/** @typedef {import('../explanation').PictureTerm} PictureTerm */
/** @typedef {import('./source').SubjectSource} SubjectSource */
/** @typedef {{ letter: string, term?: string, hanging?: string, gradients?: string }} BoxSketch */

/** Error SubjectError. @param {SubjectSource} subject @returns {TermPicture} */
export function pictureOf(subject) {
  const { letter, picture } = subject.front.values;
  if (Array.isArray(picture)) return sketched(subject, picture);
  if (typeof letter === 'string') return byArrays(subject, letter);
  throw new SubjectError(subject.file, 1, 'The front matter says how it is drawn: by a "letter" or as a "picture".');
}

/** @param {SubjectSource} subject @param {readonly (string | BoxSketch)[]} sketch @returns {TermPicture} */
function sketched({ file, front, terms }, sketch) {
  const ids = new Set(terms.map(({ id }) => id));
  const termsOf = (/** @type {string} */ text) =>
    text
      .split(' ')
      .filter((part) => part !== '')
      .map((part) => {
        const [id = '', name] = part.split('=');
        if (id.startsWith('~')) return { id, name: id.slice(1).replaceAll('_', ' ') };
        if (ids.has(id)) return { id, name: name ?? null };
        throw new SubjectError(
          file,
          front.lineOf('picture'),
          `The picture has a term "${id}" that the table does not.`,
        );
      });
  /** @type {import('../explanation').PictureEdge[]} */
  const edges = [];
  /** @type {import('../explanation').PictureBox[]} */
  const boxes = [];
  for (const part of sketch) {
    if (typeof part === 'string') {
      const [forward = '', backward = ''] = part.split('|');
      edges.push({ forward: termsOf(forward), backward: termsOf(backward) });
    } else {
      const { letter, term = null, hanging = '', gradients = '' } = part;
      boxes.push({ letter, term, hanging: termsOf(hanging), gradients: termsOf(gradients) });
    }
  }
  return { boxes, edges };
}

/** Arrays that hang below a box, and those on an edge; the part's own arrays hang below. */
const ON_EDGES = ['input', 'predictions', 'output', 'updated', 'inputGradient', 'outputGradient', 'gradient', 'rows'];

/** One box with all terms that have numbers in a pass. @param {SubjectSource} subject @param {string} letter */
function byArrays({ terms }, letter) {
  const having = (/** @type {readonly string[]} */ ...arrays) =>
    terms
      .filter(({ array }) => array !== null && arrays.includes(array))
      .map(({ id }) => /** @type {PictureTerm} */ ({ id, name: null }));
  const isUpdate = having('updated').length > 0;
  const hanging = terms
    .flatMap(({ array }) => array ?? [])
    .filter((array) => !ON_EDGES.includes(array) && !array.endsWith('′') && !(isUpdate && array === 'parameter'));
  return {
    boxes: [{ letter, term: null, hanging: having(...hanging), gradients: isUpdate ? [] : having('gradient') }],
    edges: [
      {
        forward: isUpdate ? having('parameter', 'gradient') : having('input', 'predictions'),
        backward: having('inputGradient'),
      },
      { forward: having('output', 'updated'), backward: having('outputGradient') },
    ],
  };
}
