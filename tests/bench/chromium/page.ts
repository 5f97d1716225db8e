/** The benchmark's page: passes models to a worker and returns the seconds that training took. */
import type { Answer } from './worker';

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

declare global {
  interface Window {
    train: (model: string, epochs: number) => Promise<number>;
  }
}

window.train = (model, epochs) =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Answer>) =>
      'seconds' in data ? resolve(data.seconds) : reject(new Error(data.error));
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage({ model, epochs });
  });
