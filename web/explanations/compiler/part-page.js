/** The page of a part: what its front matter and sections must contain, and what is made from them. */
import { arithmeticRules } from './arithmetic.js';
import { labelAndCondition } from './condition.js';
import { mathml } from './mathml.js';
import { onnxSteps } from './onnx.js';
import { SubjectError } from './subject-error.js';

/** @typedef {import('./source').SubjectSource} SubjectSource */
/** @typedef {import('../part').Sentence} Sentence */

/**
 * The contents that a page must have: keys of the front matter, and fences as `Section language` or `Section language
 * label`.
 * @type {Readonly<Record<string, { keys: readonly string[], fences: readonly string[] }>>}
 */
const NEEDS = {
  'operation weights': {
    keys: ['class', 'label', 'word', 'letter', 'output', 'parameter', 'forward', 'backward'],
    fences: [
      'Forward arithmetic output',
      'Backward arithmetic inputGradient',
      'Backward arithmetic gradient',
      'ONNX onnx',
    ],
  },
  'operation activation': {
    keys: ['class', 'label', 'word', 'letter', 'output', 'forward', 'numpy', 'pytorch'],
    fences: ['Forward arithmetic output', 'Backward arithmetic inputGradient', 'ONNX onnx'],
  },
  loss: {
    keys: [
      'class',
      'label',
      'letter',
      'task',
      'unitPower',
      'forward',
      'backward',
      'numpy',
      'pytorch',
      'pytorchLoss',
      'pytorchSum',
      'objective',
    ],
    fences: ['Forward arithmetic output', 'Backward arithmetic inputGradient'],
  },
  optimiser: {
    keys: ['class', 'label', 'letter', 'update', 'numpy', 'pytorch'],
    fences: ['Update arithmetic updated'],
  },
  layer: { keys: ['class', 'label', 'settings', 'numpy', 'pytorch'], fences: [] },
  framework: { keys: [], fences: [] },
};

const ROLES = /** @type {const} */ (['weights', 'bias', 'activation', 'regulariser']);

/** Every operation, loss and optimiser needs its forward and backward pass as formula and in NumPy. */
const ALWAYS = {
  operation: ['Forward math', 'Forward numpy', 'Backward math', 'Backward numpy'],
  loss: ['Forward math', 'Forward numpy', 'Backward math', 'Backward numpy'],
  optimiser: ['Update math', 'Update numpy'],
  layer: [],
  framework: [],
};

/** @param {string} value @returns {value is keyof typeof ALWAYS} */
const isPartKind = (value) => Object.hasOwn(ALWAYS, value);

/**
 * The entry of the catalogue, checked. Undefined for a subject that is not a part.
 * Error SubjectError, which names what is missing, with file and line.
 * @param {SubjectSource} subject @returns {import('./source').CataloguePage | undefined}
 */
export function cataloguePage({ id, file, front, fences }) {
  const { values, lineOf } = front;
  const { part, role } = values;
  if (part === undefined) return undefined;
  const fail = (/** @type {string} */ key, /** @type {string} */ sentence) =>
    new SubjectError(file, lineOf(key), sentence);
  if (typeof part !== 'string' || !isPartKind(part)) {
    throw fail('part', `"${part}" is no kind of part; there are ${Object.keys(ALWAYS).join(', ')}.`);
  }
  if (part === 'operation' && !ROLES.some((known) => known === role)) {
    throw fail('role', `The front matter needs a role: ${ROLES.join(', ')}.`);
  }
  const learns = role === 'weights' || role === 'bias';
  const needs = NEEDS[part === 'operation' ? `operation ${learns ? 'weights' : 'activation'}` : part];
  const missing = [...(part === 'framework' ? [] : ['name']), ...(needs?.keys ?? [])].find((key) => !(key in values));
  if (missing !== undefined) throw fail('part', `The front matter has no "${missing}".`);
  for (const fence of [...ALWAYS[part], ...(needs?.fences ?? [])]) {
    const [section, language, label] = fence.split(' ');
    const isThere = fences.some(
      (one) => one.section === section && one.language === language && (label === undefined || one.label === label),
    );
    const wanted = '`'.repeat(3) + [language, label].filter(Boolean).join(' ');
    if (!isThere) throw fail('part', `The section "## ${section}" has no fence ${wanted}.`);
  }
  return { subject: id, file, part, role: learns || part === 'operation' ? role : undefined, values };
}

/** @param {SubjectSource} subject @param {string} key @returns {Sentence[]} */
function sentences({ file, front }, key) {
  const value = front.values[key];
  const all = Array.isArray(value) ? value : value === undefined ? [] : [{ say: value }];
  return all.map(({ when, say }) => {
    if (typeof say !== 'string') throw new SubjectError(file, front.lineOf(key), `"${key}" is a sentence.`);
    const condition = when === undefined ? '' : `{when ${when}}`;
    return { when: labelAndCondition(file, front.lineOf(key), condition).when, text: say };
  });
}

/** A letter that no formula uses; it marks the place of a term. */
const MARK = 'ξ';

/** `η` for `\\eta`. Error SubjectError. @param {string} file @param {number} line @param {string} letter */
const plainLetter = (file, line, letter) => mathml(file, line, letter, new Map(), 'inline').replace(/<[^>]*>/g, '');

/** @param {SubjectSource} subject @returns {import('../part').FormulaTemplate[]} */
function formulaTemplates({ file, terms, fences }) {
  const letters = new Map(terms.map(({ id, letter, array }) => [id, array === null ? letter : MARK]));
  return fences
    .filter(({ language, label }) => language === 'math' && !label.endsWith('(detail)'))
    .map(({ label, phase, when, lines, line }) => {
      const math = mathml(file, line, lines.join('\n'), letters, 'block');
      const template = math.replace(new RegExp(`<mi class="term-([^"]+)">${MARK}</mi>`, 'g'), '{$1}');
      return { label, phase, when, mathml: template };
    });
}

/** Error SubjectError. @param {SubjectSource} subject @returns {import('../part').PartWalk} */
export function partWalk(subject) {
  const { file, terms, fences } = subject;
  return {
    forward: sentences(subject, 'forward'),
    backward: sentences(subject, 'backward'),
    update: sentences(subject, 'update'),
    arithmetic: fences
      .filter(({ language }) => language === 'arithmetic')
      .flatMap((fence) => arithmeticRules(file, fence)),
    formulas: formulaTemplates(subject),
    terms: Object.fromEntries(terms.flatMap(({ id, array }) => (array === null ? [] : [[array, id]]))),
    labels: Object.fromEntries(terms.flatMap(({ label, array }) => (array === null ? [] : [[array, label]]))),
    letters: Object.fromEntries(
      terms.flatMap(({ letter, array, line }) => (array === null ? [] : [[array, plainLetter(file, line, letter)]])),
    ),
  };
}

/** Error SubjectError. @param {SubjectSource} subject @returns {import('../part').PartProgram} */
export function partProgram(subject) {
  const { file, fences } = subject;
  const call = (/** @type {string} */ key) => sentences(subject, key).filter(({ text }) => text !== 'none');
  const numpy = fences.filter(({ language }) => language === 'numpy');
  return {
    numpy: numpy.map(({ when, lines }) => ({ when, text: lines.join('\n') })),
    numpyCall: call('numpy'),
    pytorchCall: call('pytorch'),
    pytorchModule: fences
      .filter(({ language, label }) => language === 'pytorch' && label === 'Module')
      .map(({ when, lines }) => ({ when, text: lines.join('\n') })),
    pytorchLoss: call('pytorchLoss'),
    pytorchSum: call('pytorchSum'),
    objective: call('objective'),
    onnx: fences
      .filter(({ language }) => language === 'onnx')
      .map((fence) => ({ when: fence.when, steps: onnxSteps(file, fence) })),
  };
}
