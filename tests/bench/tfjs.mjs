// TensorFlow.js in Node: tfjs.mjs BACKEND METHOD TABLE, where METHOD is `fit` or `trainOnBatch`.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import * as layers from '@tensorflow/tfjs-layers';
import { answerLines } from './answer-lines.mjs';
import { MODELS } from './models.mjs';

const BATCH = 32;
const [backend, method, table] = process.argv.slice(2);

const package_ = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json');
setWasmPaths(join(dirname(package_), 'dist/'));
await tf.setBackend(backend);
await tf.ready();

const { features, targets } = JSON.parse(await readFile(table, 'utf8'));
const inputs = tf.tensor2d(features);
const outputs = tf.tensor2d(targets, [targets.length, 1]);

function build({ hidden }) {
  const model = layers.sequential();
  let inputShape = [features[0].length];
  for (const units of hidden) {
    model.add(layers.layers.dense({ units, activation: 'sigmoid', inputShape }));
    inputShape = undefined;
  }
  model.add(layers.layers.dense({ units: 1, inputShape }));
  model.compile({ optimizer: tf.train.sgd(0.01), loss: 'meanSquaredError' });
  return model;
}

async function fit(model, epochs) {
  const history = await model.fit(inputs, outputs, { epochs, batchSize: BATCH, shuffle: true, verbose: 0 });
  return history.history.loss.at(-1);
}

/** The same batches in the same order each epoch: no shuffling and no bookkeeping, the cheapest way. */
const starts = Array.from({ length: Math.ceil(targets.length / BATCH) }, (_, index) => index * BATCH);
const batches = starts.map((start) => {
  const rows = Math.min(BATCH, targets.length - start);
  return [inputs, outputs].map((tensor) => tf.slice(tensor, [start, 0], [rows, -1]));
});

async function trainOnBatch(model, epochs) {
  let loss = Number.NaN;
  for (let epoch = 0; epoch < epochs; ++epoch) {
    for (const [x, y] of batches) loss = await model.trainOnBatch(x, y);
  }
  return loss;
}

const models = new Map();

await answerLines(`TensorFlow.js ${tf.version_core}`, async (name, epochs) => {
  const model = models.get(name) ?? build(MODELS[name]);
  models.set(name, model);
  const start = performance.now();
  const loss = await (method === 'fit' ? fit : trainOnBatch)(model, epochs);
  const seconds = (performance.now() - start) / 1000;
  if (!Number.isFinite(loss)) throw new Error(`${name}: the loss is ${loss}.`);
  return seconds;
});
