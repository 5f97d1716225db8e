/** The training worker's script: serves the page that started it and every port that page sends, or all frames. */
import { datasetNamed } from '../datasets/datasets';
import { engineFile } from '../engine/engine-file';
import { loadEngine } from '../engine/load';
import { type FrameScope, serveFrames, servePorts } from './port-server';
import type { Outbox } from './server';
import { TrainingHost } from './training-host';
import { workerScheduler } from './turn-loop';

let loading: ReturnType<typeof loadEngine> | null = null;

const resources = {
  /** One engine for all clients; a load that failed is tried again with the next call that needs it. */
  loadEngine: () => {
    loading ??= loadEngine(engineFile()).catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  },
  datasetNamed,
  scheduler: workerScheduler(),
};

const newHost = (outbox: Outbox) => new TrainingHost(outbox, resources);

if ('onconnect' in self) serveFrames(self as unknown as FrameScope, newHost);
else servePorts(self as unknown as DedicatedWorkerGlobalScope, newHost);
