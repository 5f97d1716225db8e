/** A trained model as ONNX: from raw features to predictions in the target's own unit. */
import { columnIndex, type Dataset } from '../../datasets/dataset';
import type { Matrix } from '../../engine/types';
import { type ChosenLayer, type ChosenOperation, layersOf } from '../../recipe/chosen-parts';
import { serialiseRecipe } from '../../recipe/serialise';
import { onnxStepsOf } from '../parts';
import type { Scaler } from '../scaler';
import type { TrainedModel } from '../trained-model';
import { type OnnxGraph, type OnnxNode, onnxBytes, type Precision } from './onnx-format';

const INPUT = 'features';
const OUTPUT = 'predictions';

/** A part of the graph, between the features and the prediction. */
interface Part {
  readonly nodes: readonly OnnxNode[];
  readonly constants: Readonly<Record<string, Matrix>>;
}

const row = (values: Iterable<number>): Matrix => {
  const numbers = Float64Array.from(values);
  return { rows: 1, columns: numbers.length, values: numbers };
};

/** (x − mean) / deviation, and 0 for a feature with only one value. */
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

/**
 * The nodes of one operation, starting with the value `from`; `name` is that of its output (rows, columns) and makes inner
 * names unique.
 */
function operationPart(
  operation: ChosenOperation,
  learned: string | undefined,
  from: string,
  name: string,
  columns: number,
): Part {
  const constants: Record<string, Matrix> = {};
  const inputName = (input: string | number): string => {
    if (input === 'input') return from;
    if (input === 'parameter') return learned ?? '';
    if (typeof input === 'number') {
      const constant = `constant_${String(input).replace(/\W/g, '_')}`;
      constants[constant] = row([input]);
      return constant;
    }
    const setting = operation.circumstances[input];
    // A number for each column: onnxruntime moves a single one into the MatMul beside it, as a float32.
    if (typeof setting === 'number') constants[`${name}_${input}`] = row(new Float64Array(columns).fill(setting));
    return `${name}_${input}`;
  };
  const nodes = onnxStepsOf(operation).map(({ operator, inputs, output }): OnnxNode => {
    const named = output === 'output' ? name : `${name}_${output}`;
    return { operator, inputs: inputs.map(inputName), output: named };
  });
  return { nodes, constants };
}

/** The operations of a layer, each with the output of the previous one as input. */
function layer({ layers }: TrainedModel, { operations, outputs }: ChosenLayer, index: number, from: string): Part {
  const learned = [...(layers[index] ?? [])];
  const constants = Object.fromEntries(learned.map(({ name, matrix }) => [name, matrix]));
  const names = learned.map(({ name }) => name);
  const nodes: OnnxNode[] = [];
  for (const [place, operation] of operations.entries()) {
    const { role, output } = operation.entry;
    const own = role === 'weights' || role === 'bias' ? names.shift() : undefined;
    const name = `${output}${index + 1}${place === 0 ? '' : `_${place}`}`;
    const part = operationPart(operation, own, nodes.at(-1)?.output ?? from, name, outputs);
    nodes.push(...part.nodes);
    Object.assign(constants, part.constants);
  }
  return { nodes, constants };
}

/** The scaling and all layers, each with the output of the previous one as input. */
function parts(model: TrainedModel): Part[] {
  const all: Part[] = model.scaler === null ? [] : [scaling(model.scaler)];
  for (const [index, chosen] of layersOf(model.recipe).entries()) {
    const from = all.flatMap(({ nodes }) => nodes).at(-1)?.output ?? INPUT;
    all.push(layer(model, chosen, index, from));
  }
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

/** A sentence about the effect of float32 on a model that was trained in float64. */
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
