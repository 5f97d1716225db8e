/** A recipe's programs as listings whose tokens stand for the quantities of its network. */
import type { Dataset } from '../../../datasets/dataset';
import type { OperationShape } from '../../../engine/types';
import { tokens } from '../../../explanations/compiler/tokens.js';
import type { Listing, Token } from '../../../explanations/explanation';
import { numpyScript } from '../../../export/numpy-script';
import { pytorchSketch } from '../../../export/pytorch-sketch';
import type { Recipe } from '../../../recipe/schema';
import { outputName, parameterName } from '../../pass/names';

type Phrases = Parameters<typeof tokens>[2];

/** How the programs write what every network has. */
const COMMON: Phrases = [
  { text: 'predictions', term: 'P' },
  { text: 'targets', term: 'y' },
  { text: 'loss', term: 'L' },
];
const NUMPY: Phrases = [...COMMON, { text: 'training_features', term: 'X' }, { text: 'LEARNING_RATE', term: 'η' }];
const PYTORCH: Phrases = [...COMMON, { text: 'features', term: 'X' }, { text: 'lr', term: 'η' }];

const ACTIVATION_CALLS = ['Sigmoid()', 'Tanh()', 'ReLU()', 'LeakyReLU()', 'LeakyReLU(0.2)'];

/** The lines that build the network, and among them those that begin a layer. */
const BUILDS = /^ {4}(\*dense\(|nn\.)/;
const BEGINS = /^ {4}(\*dense|nn\.Linear)\(/;

/** Phrases in those lines: the shape of a layer's weights, its weighted sums, its activation. */
function layerPhrases({ data, layers }: Recipe, operations: readonly OperationShape[], layer: number): Phrases {
  const shape = `${layers[layer - 1]?.units ?? data.features.length}, ${layers[layer]?.units}`;
  return operations.flatMap((operation, place) => {
    if (operation.layer !== layer) return [];
    const output = outputName(operations, place);
    switch (operation.kind) {
      case 'WeightMultiply':
        return [{ text: shape, term: parameterName(operation) ?? '' }];
      case 'BiasAdd':
        return ['dense', 'nn.Linear'].map((text) => ({ text, term: output }));
      default:
        return ACTIVATION_CALLS.flatMap((call) => [call, `nn.${call}`]).map((text) => ({ text, term: output }));
    }
  });
}

function tokenLines(
  text: string,
  language: 'numpy' | 'pytorch',
  recipe: Recipe,
  operations: readonly OperationShape[],
): readonly (readonly Token[])[] {
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
      if (BEGINS.test(line)) layer += 1;
      const common = language === 'numpy' ? NUMPY : PYTORCH;
      return tokens(line, language, BUILDS.test(line) ? layerPhrases(recipe, operations, layer) : common);
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
      tongue: language,
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
