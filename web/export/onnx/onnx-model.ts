/** A trained model as ONNX: raw features in, predictions in the target's own unit out. */
import { columnIndex, type Dataset } from '../../datasets/dataset';
import type { Matrix } from '../../engine/types';
import type { LayerRecipe } from '../../recipe/schema';
import { serialiseRecipe } from '../../recipe/serialise';
import type { Scaler } from '../scaler';
import type { TrainedModel } from '../trained-model';
import { type OnnxGraph, type OnnxNode, onnxBytes, type Precision } from './onnx-format';

const INPUT = 'features';
const OUTPUT = 'predictions';

/** How much of a number below 0 a leaky ReLU lets pass. */
const LEAK = 0.2;

/** Part of a graph, on the way from the features to the prediction. */
interface Part {
  readonly nodes: readonly OnnxNode[];
  readonly constants: Readonly<Record<string, Matrix>>;
}

const row = (values: Iterable<number>): Matrix => {
  const numbers = Float64Array.from(values);
  return { rows: 1, columns: numbers.length, values: numbers };
};

/** (x − mean) / deviation, and 0 for a feature that had one value. */
function scaling({ mean, deviation }: Scaler): Part {
  const nodes = [
    { operator: 'Sub', inputs: [INPUT, 'mean'], output: 'centred' },
    { operator: 'Div', inputs: ['centred', 'deviation'], output: 'scaled' },
  ];
  const constants = { mean: row(mean), deviation: row(deviation.map((each) => each || 1)) };
  if (deviation.every((each) => each > 0)) return { nodes, constants };
  return {
    nodes: [...nodes, { operator: 'Mul', inputs: ['scaled', 'varies'], output: 'scaled_or_0' }],
    constants: { ...constants, varies: row(deviation.map((each) => (each > 0 ? 1 : 0))) },
  };
}

/** Of the values `from`; without nodes where the activation is linear. */
function activation(kind: LayerRecipe['activation'], from: string, output: string): Part {
  const single = (operator: string): Part => ({ nodes: [{ operator, inputs: [from], output }], constants: {} });
  switch (kind) {
    case 'linear':
      return { nodes: [], constants: {} };
    case 'sigmoid':
      return single('Sigmoid');
    case 'tanh':
      return single('Tanh');
    case 'relu':
      return single('Relu');
    case 'leaky-relu':
      // As the larger of x and 0.2 x: onnxruntime knows LeakyRelu in float32 alone.
      return {
        nodes: [
          { operator: 'Mul', inputs: [from, 'leak'], output: `${output}_leaked` },
          { operator: 'Max', inputs: [from, `${output}_leaked`], output },
        ],
        constants: { leak: row([LEAK]) },
      };
  }
}

function layer({ recipe, layers }: TrainedModel, index: number, from: string): Part {
  const number = index + 1;
  const { weights, bias } = layers[index] as TrainedModel['layers'][number];
  const { activation: kind } = recipe.layers[index] as LayerRecipe;
  const bent = activation(kind, `biased${number}`, `layer${number}`);
  return {
    nodes: [
      { operator: 'MatMul', inputs: [from, `W${number}`], output: `weighted${number}` },
      { operator: 'Add', inputs: [`weighted${number}`, `B${number}`], output: `biased${number}` },
      ...bent.nodes,
    ],
    constants: { [`W${number}`]: weights, [`B${number}`]: bias, ...bent.constants },
  };
}

/** The scaling, then layer after layer, each from what the one before puts out. */
function parts(model: TrainedModel): Part[] {
  const all: Part[] = model.scaler === null ? [] : [scaling(model.scaler)];
  for (const index of model.layers.keys()) all.push(layer(model, index, all.at(-1)?.nodes.at(-1)?.output ?? INPUT));
  return all;
}

function graph(model: TrainedModel, dataset: Dataset): OnnxGraph {
  const { features, target } = model.recipe.data;
  const all = parts(model);
  const nodes = all.flatMap((part) => part.nodes);
  const { unit = '', meaning = '' } = dataset.columns[columnIndex(dataset, target)] ?? {};
  return {
    name: model.recipe.name || 'A network by Minifactory',
    nodes: nodes.map((node, index) => (index === nodes.length - 1 ? { ...node, output: OUTPUT } : node)),
    constants: Object.assign({}, ...all.map((part) => part.constants)),
    input: {
      name: INPUT,
      columns: features.length,
      meaning: `Raw, one row each, in this order: ${features.join(', ')}.`,
    },
    output: { name: OUTPUT, columns: 1, meaning: [`${target}:`, meaning, unit && `Unit: ${unit}.`].join(' ').trim() },
  };
}

/** What float32 does to a model that was trained in float64, in a sentence. */
const ARITHMETIC: Readonly<Record<Precision, string>> = {
  float64: 'It computes in float64, as it was trained.',
  float32:
    'It was trained in float64 and computes in float32: its predictions are those of the page to about 7 digits.',
};

/** The bytes of an .onnx file: inputs `features` (rows, features), unscaled, to output `predictions` (rows, 1). */
export function onnxModel(model: TrainedModel, dataset: Dataset, precision: Precision): Uint8Array<ArrayBuffer> {
  const { recipe, epochs, batches } = model;
  const { features, target } = recipe.data;
  const trained = `It was trained for ${batches} batches on the data set “${dataset.title}”.`;
  const sentences = [`Predicts ${target} from raw features.`, trained, ARITHMETIC[precision], dataset.warning ?? ''];
  return onnxBytes({
    graph: graph(model, dataset),
    precision,
    description: sentences.join(' ').trim(),
    metadata: {
      name: recipe.name,
      features: JSON.stringify(features),
      target,
      epochs: `${epochs}`,
      batches: `${batches}`,
      recipe: serialiseRecipe(recipe),
    },
  });
}
