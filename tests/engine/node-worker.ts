/** The training worker in Node: the same host behind a MessageChannel; the engine's file is read from the disk. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { datasetNamed } from '../../web/datasets/datasets';
import type { Engine } from '../../web/engine/engine';
import { loadEngine } from '../../web/engine/load';
import type { Scheduler } from '../../web/worker/turn-loop';
import { ChannelWorker } from '../web/worker-channel';

export const WASM = fileURLToPath(new URL('../../build/wasm/minifactory.wasm', import.meta.url));

export async function readEngine(): Promise<Engine> {
  return loadEngine({ wasmBinary: await readFile(WASM) });
}

export const nodeScheduler: Scheduler = {
  now: () => performance.now(),
  // Not with a message: Node delivers up to a thousand messages of one port before it looks at the next port.
  soon: (callback) => setImmediate(callback),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};

export function startNodeWorker(): ChannelWorker {
  return new ChannelWorker({ loadEngine: readEngine, datasetNamed, scheduler: nodeScheduler });
}
