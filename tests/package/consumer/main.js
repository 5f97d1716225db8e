/** The page of another project: uses the package in every way, and leaves what it saw in `outcome`. */
import 'minifactory/element';
import { loadEngine, train } from 'minifactory';
import { LONG, RECIPE } from './recipe.js';

const BrowserWorker = window.Worker;

/** What happens with a page's workers: they start, they are not allowed, or their file is missing. */
const WORKERS = {
  started: BrowserWorker,
  refused: class {
    constructor() {
      throw new DOMException('Workers are not allowed here.', 'SecurityError');
    }
  },
  missing: class extends BrowserWorker {
    constructor() {
      super('missing-worker.js');
    }
  },
};

/** @param {keyof typeof WORKERS} kind */
async function trained(kind) {
  let ownWorkers = 0;
  const Chosen = WORKERS[kind];
  window.Worker = /** @type {typeof Worker} */ (
    new Proxy(Chosen, {
      construct(target, args) {
        ownWorkers += 1;
        return Reflect.construct(target, args);
      },
    })
  );
  let reports = 0;
  const result = await train(RECIPE, { onProgress: () => (reports += 1) });
  window.Worker = BrowserWorker;
  return { rmse: result.metrics.test.rmse, reports, ownWorkers, predictions: result.predict([{ ...ROW }]).length };
}

const ROW = {
  CRIM: 0,
  ZN: 0,
  INDUS: 2,
  CHAS: 0,
  NOX: 0.5,
  RM: 6,
  AGE: 50,
  DIS: 4,
  RAD: 4,
  TAX: 300,
  PTRATIO: 18,
  B: 390,
  LSTAT: 9,
};

async function trainedInOwnWorker() {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  return new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = () => resolve(null);
    worker.postMessage('train');
  });
}

/** Counts the timers that fire while a page without workers trains. */
async function timersMeanwhile() {
  window.Worker = /** @type {never} */ (WORKERS.refused);
  let timers = 0;
  const counting = setInterval(() => (timers += 1), 1);
  await train(LONG);
  clearInterval(counting);
  window.Worker = BrowserWorker;
  return timers;
}

async function aborted() {
  const controller = new AbortController();
  const training = train(LONG, { signal: controller.signal, onProgress: () => controller.abort() });
  return training.then(
    () => 'finished',
    (error) => error.name,
  );
}

async function element() {
  await customElements.whenDefined('mini-factory');
  const element = document.createElement('mini-factory');
  element.setAttribute('part', 'metrics');
  element.setAttribute('speed', 'fastest');
  element.setAttribute('recipe', JSON.stringify(RECIPE));
  const ended = new Promise((resolve) => element.addEventListener('minifactory-finished', resolve, { once: true }));
  document.body.append(element);
  await element.run();
  const event = /** @type {CustomEvent} */ (await ended);
  element.remove();
  return event.detail.metrics.test.rmse;
}

async function outcome() {
  return {
    worker: await trained('started'),
    refused: await trained('refused'),
    missing: await trained('missing'),
    ownWorker: await trainedInOwnWorker(),
    timers: await timersMeanwhile(),
    aborted: await aborted(),
    functions: (await loadEngine()).functions.lossNames().length > 0,
    element: await element(),
  };
}

Reflect.set(window, 'outcome', outcome());
