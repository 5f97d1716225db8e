/**
 * The picture of each subject. Terms that have arrays in a pass are placed by their roles; the other subjects are
 * sketched here.
 */
import type { Explanation } from '../../explanations/explanation';
import { isSubjectId, type SubjectId } from '../../explanations/explanations';
import {
  type PictureBox,
  type PictureEdge,
  type PictureTerm,
  pictureByArrays,
  type TermPicture,
} from './picture/term-picture';

/** Terms separated by spaces: `value=u` writes the term `value` as u, `~y` is a plain word. */
type Terms = string;

interface BoxSketch {
  readonly letter: string;
  readonly term?: string;
  readonly hanging?: Terms;
  readonly gradients?: Terms;
}

/** `forward | backward` for each edge, with a box between two edges. */
type Sketch = readonly (Terms | BoxSketch)[];

const box = (letter: string, rest: Omit<BoxSketch, 'letter'> = {}): BoxSketch => ({ letter, ...rest });

const functionOf = (letter: string): Sketch => ['x', box(letter, { term: 'function', gradients: 'slope' }), '~y'];
const nested = (n: number, gradients: Terms = ''): BoxSketch => box(`f${n}`, { term: 'function', gradients });
const chained = (n: number): BoxSketch => nested(n, `factor=f${n}′`);
const metric = (letter: string, id: string, hanging = 'targets'): Sketch => [
  'predictions',
  box(letter, { hanging }),
  id,
];
const MULTIPLY = box('ν', { hanging: 'weights', gradients: 'weights-gradient' });

const SKETCHES: Readonly<Partial<Record<SubjectId, Sketch>>> = {
  square: functionOf('x²'),
  relu: functionOf('ReLU'),
  'leaky-relu': functionOf('leaky'),
  sigmoid: functionOf('σ'),
  tanh: functionOf('tanh'),
  identity: functionOf('id'),
  derivative: ['point', box('f', { term: 'f', hanging: 'step', gradients: 'slope' }), '~f(a)'],
  'nested-function': ['x', nested(1), 'value=u', nested(2), '~y'],
  'two-slopes': ['x=x move=Δx', nested(1, 'factor=s1'), '~u move=Δu', nested(2, 'factor=s2'), '~y move=Δy'],
  'chain-two': ['x | slope', chained(1), 'value=u', chained(2), '~y'],
  'chain-three': ['x | slope', chained(1), 'value=u', chained(2), 'value=v', chained(3), '~y'],
  'two-inputs': ['x y | slope-x slope-y', box('+'), 'combined', box('σ', { gradients: 'slope' }), 'output'],
  'sigma-of-product': ['input | input-gradient', MULTIPLY, 'sum', box('σ', { gradients: 'slope' }), 'output'],
  'two-matrices': [
    'input | input-gradient',
    MULTIPLY,
    'sum | sum-gradient',
    box('σ'),
    'output | output-gradient',
    box('Σ'),
    'loss',
  ],
  'partial-matrices': [
    'input | input-gradient',
    box('ν', { hanging: 'weights', gradients: 'partial' }),
    '~N | sum-gradient',
  ],
  'one-element': ['element | slope', box('L', { term: 'loss', hanging: 'input weights' }), '~L'],
  'model-and-parameters': [
    'feature',
    box('·w', { hanging: 'weight' }),
    '',
    box('+b', { hanging: 'bias' }),
    'prediction',
    box('Λ', { hanging: 'targets' }),
    'loss',
  ],
  'standard-scaler': ['features', box('scale', { hanging: 'mean deviation' }), 'scaled'],
  split: ['rows', box('split', { hanging: 'fraction order' }), 'test-rows'],
  'linear-regression': [
    'features',
    MULTIPLY,
    'sum',
    box('+B', { hanging: 'bias', gradients: 'bias-gradient' }),
    'predictions | predictions-gradient',
    box('Λ', { hanging: 'targets' }),
    'loss',
  ],
  mae: metric('MAE', 'mae'),
  rmse: metric('RMSE', 'rmse'),
  'relative-rmse': [...metric('RMSE', 'rmse'), box('÷', { hanging: 'mean' }), 'relative'],
  r2: metric('R²', 'r2', 'targets mean'),
  'least-squares': ['features', box('fit', { hanging: 'targets' }), 'coefficients intercept'],
  response: ['values', box('row', { hanging: 'features' }), 'rows', box('f', { term: 'model' }), 'predictions'],
  'curve-of-sigmoids': [
    'feature',
    box('w·z + c', { hanging: 'weights bias' }),
    '',
    box('σ'),
    'units',
    box('v·o + b', { hanging: 'weights=v bias=b' }),
    'prediction',
  ],
  initialisation: ['inputs units', box('draw', { hanging: 'deviation' }), 'weights bias'],
  layer: ['input | gradient', box('f', { term: 'operation' }), 'values | output-gradient'],
  dense: [
    'input',
    box('ν', { hanging: 'weights' }),
    '',
    box('+B', { hanging: 'bias' }),
    '',
    box('σ', { term: 'activation' }),
    'output',
  ],
  'neural-network': [
    'features',
    box('f1', { term: 'layer', gradients: 'gradient' }),
    '',
    box('f2', { term: 'layer' }),
    'predictions | predictions-gradient',
    box('Λ', { hanging: 'targets' }),
    'loss',
  ],
  'gradient-check': ['number | analytic', box('L(θ)', { hanging: 'step', gradients: 'numeric' }), 'loss'],
  optimizer: ['parameter gradient', box('u', { term: 'step', hanging: 'learning-rate' }), '~θ′'],
  'early-stopping': ['loss before', box('lower?', { hanging: 'parameter held' }), '~on_or_stop'],
  trainer: ['features targets', box('batch', { hanging: 'rows parameter', gradients: 'step' }), 'batch-loss'],
};

/** Letters of the subjects that are one box. */
const LETTERS: Readonly<Partial<Record<SubjectId, string>>> = {
  'axis-sum': 'Σ',
  'row-added': '+b',
  'dot-product': 'ν',
  'weight-multiply': 'ν',
  'bias-add': '+B',
  'sigmoid-operation': 'σ',
  'tanh-operation': 'tanh',
  'relu-operation': 'ReLU',
  'leaky-relu-operation': 'leaky',
  'linear-operation': 'linear',
  loss: 'Λ',
  'mean-squared-error': 'Λ',
  sgd: 'SGD',
};

function pictureTerms(text: Terms): readonly PictureTerm[] {
  return text
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const [id = '', name] = part.split('=');
      return { id, name: id.startsWith('~') ? id.slice(1).replaceAll('_', ' ') : (name ?? null) };
    });
}

function sketched(sketch: Sketch): TermPicture {
  const edges: PictureEdge[] = [];
  const boxes: PictureBox[] = [];
  for (const part of sketch) {
    if (typeof part === 'string') {
      const [forward = '', backward = ''] = part.split('|');
      edges.push({ forward: pictureTerms(forward), backward: pictureTerms(backward) });
    } else {
      const { letter, term = null, hanging = '', gradients = '' } = part;
      boxes.push({ letter, term, hanging: pictureTerms(hanging), gradients: pictureTerms(gradients) });
    }
  }
  return { boxes, edges };
}

/** Null for an explanation that is not a subject: it comes with its own diagram. */
export function subjectPicture(explanation: Explanation): TermPicture | null {
  const { id } = explanation;
  if (!isSubjectId(id)) return null;
  const sketch = SKETCHES[id];
  return sketch === undefined ? pictureByArrays(explanation, LETTERS[id] ?? 'f') : sketched(sketch);
}
