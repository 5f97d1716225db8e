/** A recipe's programs as listings whose tokens stand for the quantities of its network. */
import type { Dataset } from '../../../datasets/dataset';
import type { OperationShape } from '../../../engine/types';
import { tokens } from '../../../explanations/compiler/tokens.js';
import type { Listing, Token } from '../../../explanations/explanation';
import { numpyScript } from '../../../export/numpy-script';
import { expression, layerExpression } from '../../../export/parts';
import { pytorchSketch } from '../../../export/pytorch-sketch';
import { type ChosenOperation, layersOf } from '../../../recipe/chosen-parts';
import type { Recipe } from '../../../recipe/schema';
import { outputName } from '../../pass/names';

type Phrases = Parameters<typeof tokens>[2];

/** How the programs write what every network has. */
const COMMON: Phrases = [
  { text: 'predictions', term: 'P' },
  { text: 'targets', term: 'y' },
  { text: 'loss', term: 'L' },
];
const NUMPY: Phrases = [...COMMON, { text: 'training_features', term: 'X' }, { text: 'LEARNING_RATE', term: 'η' }];
const PYTORCH: Phrases = [...COMMON, { text: 'features', term: 'X' }, { text: 'lr', term: 'η' }];

/** The lines that make a layer's operations, one layer after the other. */
interface LayerCode {
  readonly phrases: Phrases;
  /** How the line that begins the layer reads. */
  readonly begins: string;
}

/**
 * How a program writes each layer: the shape of its weights in the expression that makes it, its sums by the name of that
 * expression, its activation by the expression that makes one.
 */
function layerCode(
  recipe: Recipe,
  operations: readonly OperationShape[],
  kind: 'numpyCall' | 'pytorchCall',
): readonly LayerCode[] {
  let place = 0;
  return layersOf(recipe).map((layer) => {
    const whole = layerExpression(layer, kind);
    const phrases = layer.operations.flatMap((operation): Phrases => {
      const output = outputName(operations, place);
      const [learned] = operations[place]?.parameters ?? [];
      place += 1;
      switch (operation.entry.role) {
        case 'weights':
          return learned === undefined ? [] : [{ text: `${layer.inputs}, ${layer.outputs}`, term: learned.name }];
        case 'bias':
          return whole === undefined ? [] : [{ text: whole.replace(/\(.*$/, ''), term: output }];
        default: {
          const made = expression(operation, kind);
          return made === undefined ? [] : [{ text: made, term: output }];
        }
      }
    });
    const first = whole ?? expression(layer.operations[0] as ChosenOperation, kind) ?? '';
    return { phrases, begins: `    ${first}` };
  });
}

function tokenLines(
  text: string,
  language: 'numpy' | 'pytorch',
  recipe: Recipe,
  operations: readonly OperationShape[],
): readonly (readonly Token[])[] {
  const layers = layerCode(recipe, operations, language === 'numpy' ? 'numpyCall' : 'pytorchCall');
  const common = language === 'numpy' ? NUMPY : PYTORCH;
  let layer = -1;
  let isDocstring = false;
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      // A string over several lines: the text between its quotes is not code.
      const turns = line.split('"""').length % 2 === 0;
      const isWithin = isDocstring || turns;
      if (turns) isDocstring = !isDocstring;
      if (isWithin) return line === '' ? [] : [{ text: line, kind: 'string' }];
      if (line.startsWith(`${layers[layer + 1]?.begins},`)) layer += 1;
      // The list of layers ends with its bracket.
      if (layer >= 0 && /^[\])]/.test(line)) layer = layers.length;
      return tokens(line, language, layers[layer]?.phrases ?? common);
    });
}

/** The complete NumPy program, and the model and its training in PyTorch. */
export function networkListings(
  recipe: Recipe,
  dataset: Dataset,
  operations: readonly OperationShape[],
): readonly Listing[] {
  const listing = (language: 'numpy' | 'pytorch', label: string, text: string): Listing => {
    return {
      language,
      when: null,
      label,
      phase: 'definition',
      source: null,
      lines: tokenLines(text, language, recipe, operations),
    };
  };
  return [
    listing('numpy', 'The whole run as one program', numpyScript(recipe, dataset)),
    listing('pytorch', 'The model and its training', pytorchSketch(recipe)),
  ];
}
