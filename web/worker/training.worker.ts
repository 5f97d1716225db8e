/** The training worker's script: serves the page that started it, and every port that page sends. */
import { datasetNamed } from '../datasets/datasets';
import { engineFile } from '../engine/engine-file';
import { loadEngine } from '../engine/load';
import { servePorts } from './port-server';
import { TrainingHost } from './training-host';
import { workerScheduler } from './turn-loop';

const scope: DedicatedWorkerGlobalScope = self as unknown as DedicatedWorkerGlobalScope;

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

servePorts(scope, (outbox) => new TrainingHost(outbox, resources));
