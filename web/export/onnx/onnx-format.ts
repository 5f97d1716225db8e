/**
 * The messages of an ONNX model, with the field numbers of onnx.proto:
 * https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 */
import type { Matrix } from '../../engine/types';
import { bytes, message, submessage, text, wholeNumber } from './protobuf';

/** The number type of a model. */
export type Precision = 'float64' | 'float32';

/** TensorProto.DataType. */
const DATA_TYPES: Readonly<Record<Precision, number>> = { float32: 1, float64: 11 };

/** Old enough that today's runtimes support it; the first version with MatMul, Relu and Max of float64. */
const OPERATOR_SET = 13;
/** The version of the format that introduced this operator set. */
const IR_VERSION = 7;

/** A node of the graph: an operator that computes one value from others, all by name. */
export interface OnnxNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly output: string;
}

export interface OnnxGraph {
  readonly name: string;
  /** In an order in which every value is computed before it is used. */
  readonly nodes: readonly OnnxNode[];
  /** Values that are stored in the model. */
  readonly constants: Readonly<Record<string, Matrix>>;
  readonly input: OnnxValue;
  readonly output: OnnxValue;
}

/** A value of shape (rows, columns), for any number of rows. */
export interface OnnxValue {
  readonly name: string;
  readonly columns: number;
  readonly meaning: string;
}

export interface OnnxModel {
  readonly graph: OnnxGraph;
  readonly precision: Precision;
  readonly description: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** The model as the bytes of an .onnx file. */
export function onnxBytes({ graph, precision, description, metadata }: OnnxModel): Uint8Array<ArrayBuffer> {
  return message([
    wholeNumber(1, IR_VERSION),
    text(2, 'Minifactory'),
    text(6, description),
    submessage(7, graphFields(graph, precision)),
    submessage(8, [text(1, ''), wholeNumber(2, OPERATOR_SET)]),
    ...Object.entries(metadata).map(([key, value]) => submessage(14, [text(1, key), text(2, value)])),
  ]);
}

function graphFields({ name, nodes, constants, input, output }: OnnxGraph, precision: Precision): Uint8Array[] {
  return [
    ...nodes.map((node) => submessage(1, nodeFields(node))),
    text(2, name),
    ...Object.entries(constants).map(([key, matrix]) => submessage(5, tensorFields(key, matrix, precision))),
    submessage(11, valueFields(input, precision)),
    submessage(12, valueFields(output, precision)),
  ];
}

function nodeFields({ operator, inputs, output }: OnnxNode): Uint8Array[] {
  return [...inputs.map((input) => text(1, input)), text(2, output), text(3, output), text(4, operator)];
}

function tensorFields(name: string, { rows, columns, values }: Matrix, precision: Precision): Uint8Array[] {
  return [
    wholeNumber(1, rows),
    wholeNumber(1, columns),
    wholeNumber(2, DATA_TYPES[precision]),
    text(8, name),
    bytes(9, littleEndian(values, precision)),
  ];
}

function littleEndian(values: Float64Array, precision: Precision): Uint8Array {
  const size = precision === 'float64' ? 8 : 4;
  const view = new DataView(new ArrayBuffer(values.length * size));
  for (const [index, value] of values.entries()) {
    if (precision === 'float64') view.setFloat64(index * size, value, true);
    else view.setFloat32(index * size, value, true);
  }
  return new Uint8Array(view.buffer);
}

function valueFields({ name, columns, meaning }: OnnxValue, precision: Precision): Uint8Array[] {
  const anyRows = submessage(1, [text(2, 'rows')]);
  const shape = submessage(2, [anyRows, submessage(1, [wholeNumber(1, columns)])]);
  const tensor = submessage(1, [wholeNumber(1, DATA_TYPES[precision]), shape]);
  return [text(1, name), submessage(2, [tensor]), text(3, meaning)];
}
