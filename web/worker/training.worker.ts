/** The training worker's script. */
import { datasetNamed } from '../datasets/datasets';
import { engineFile } from '../engine/engine-file';
import { loadEngine } from '../engine/load';
import { TrainingHost } from './training-host';
import { workerScheduler } from './turn-loop';

const scope: DedicatedWorkerGlobalScope = self as unknown as DedicatedWorkerGlobalScope;

const host = new TrainingHost(scope, {
  loadEngine: () => loadEngine(engineFile()),
  datasetNamed,
  scheduler: workerScheduler(),
});

scope.addEventListener('message', (event) => host.receive(event.data));
