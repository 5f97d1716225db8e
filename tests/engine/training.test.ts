import wasmUrl from 'minifactory-wasm.wasm?url';
import { loadEngine } from '../../web/engine/load';
import { startTrainingWorker } from '../../web/worker/start-worker';
import { describeTraining } from './training.contract';

if (typeof window === 'undefined') {
  const { readEngine, startNodeWorker } = await import('./node-worker');
  describeTraining(startNodeWorker, readEngine);
} else {
  describeTraining(startTrainingWorker, () => loadEngine({ wasmUrl }));
}
