/** Runs ONNX models with onnxruntime, and reads their bytes. */
import { env, InferenceSession, Tensor } from 'onnxruntime-web';
import { expect } from 'vitest';
import { columnIndex, type Dataset } from '../../web/datasets/dataset';
import type { Matrix } from '../../web/engine/types';
import type { Precision } from '../../web/export/onnx/onnx-format';
import type { Recipe } from '../../web/recipe/schema';

env.wasm.numThreads = 1;

/** The raw features of every row of the data set. */
export function rawFeatures({ data }: Recipe, dataset: Dataset): Matrix {
  const columns = data.features.map((name) => columnIndex(dataset, name));
  const rows = Array.from({ length: dataset.rows }, (_, row) => row * dataset.columns.length);
  const values = rows.flatMap((start) => columns.map((column) => dataset.values[start + column] as number));
  return { rows: dataset.rows, columns: columns.length, values: Float64Array.from(values) };
}

/** The predictions of the model in an .onnx file for raw features, one number for each row. */
export async function predicted(bytes: Uint8Array, features: Matrix, precision: Precision): Promise<number[]> {
  const { rows, columns, values } = features;
  const session = await InferenceSession.create(bytes, { executionProviders: ['wasm'] });
  expect(session.inputNames).toEqual(['features']);
  expect(session.outputNames).toEqual(['predictions']);
  const input =
    precision === 'float64'
      ? new Tensor('float64', values, [rows, columns])
      : new Tensor('float32', Float32Array.from(values), [rows, columns]);
  const { predictions } = await session.run({ features: input });
  expect(predictions?.type).toBe(precision);
  expect(predictions?.dims).toEqual([rows, 1]);
  const numbers = Array.from((await predictions?.getData()) as Float64Array | Float32Array);
  await session.release();
  return numbers;
}

/** The submessages, texts and byte strings with the field number `wanted` in a Protocol Buffers message. */
export function fieldsOf(message: Uint8Array, wanted: number): Uint8Array[] {
  let place = 0;
  const varint = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = message[place++] as number;
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
  };
  const found: Uint8Array[] = [];
  while (place < message.length) {
    const tag = varint();
    const length = varint();
    if (tag % 8 === 0) continue;
    if (tag >> 3 === wanted) found.push(message.subarray(place, place + length));
    place += length;
  }
  return found;
}

/** The model's metadata_props. */
export function metadataOf(model: Uint8Array): Record<string, string> {
  const text = (bytes: Uint8Array | undefined) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return Object.fromEntries(
    fieldsOf(model, 14).map((entry) => [text(fieldsOf(entry, 1)[0]), text(fieldsOf(entry, 2)[0])]),
  );
}
