/** The worker that `train` starts on a page: trains one recipe and reports. Needs no other package. */
import { EngineError } from '../engine/engine-error';
import { startEngine } from '../engine/load';
import { trainInSlices } from './train-in-slices';
import type { TrainJob, TrainReport } from './train-in-worker';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const tell = (report: TrainReport): void => scope.postMessage(report);

scope.onmessage = async ({ data: { compiled, recipe, dataset } }: MessageEvent<TrainJob>) => {
  try {
    const engine = await startEngine(compiled);
    tell({ type: 'started' });
    const onProgress = (progress: Extract<TrainReport, { type: 'progress' }>['progress']) =>
      tell({ type: 'progress', progress });
    tell({ type: 'trained', trained: await trainInSlices(engine, recipe, dataset, { onProgress }) });
  } catch (error) {
    const code = error instanceof EngineError ? error.code : null;
    tell({ type: 'failed', code, sentence: error instanceof Error ? error.message : String(error) });
  }
};
