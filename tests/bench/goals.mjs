// The project's performance targets, checked against the figures of one run.

import { SLOWDOWN } from './views.mjs';

/** @typedef {import('./measure.mjs').Timing} Timing */
/** @typedef {{ title: string, value: string, met: boolean }} Goal */

const ratio = (/** @type {number} */ value) => `${value.toFixed(2)}×`;
const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** Training speed with the costliest view open, as a share of that with the cheapest. @param {readonly import('./views.mjs').ViewSpeed[]} views */
function slowestShare(views) {
  const speeds = views.map(({ batchesPerSecond }) => batchesPerSecond);
  return Math.min(...speeds) / Math.max(...speeds);
}

/**
 * @param {readonly Timing[]} timings
 * @param {import('./page.mjs').PageTimings} page
 * @param {import('./views.mjs').ViewTimings} views
 * @param {import('./slow.mjs').SlowTimings} slow
 * @param {readonly { kind: string, bytes: number }[]} files of the first load
 * @returns {Goal[]}
 */
export function judge(timings, page, views, slow, files) {
  const time = (/** @type {string} */ model, /** @type {string} */ side) =>
    timings.find((timing) => timing.model === model && timing.side === side)?.median ?? Number.NaN;
  const fit = (/** @type {string} */ model) => Math.min(time(model, 'tfjs-wasm-fit'), time(model, 'tfjs-cpu-fit'));
  const total = (/** @type {(kind: string) => boolean} */ counts) =>
    files.filter(({ kind }) => counts(kind)).reduce((sum, { bytes }) => sum + bytes, 0);

  const nativeRatio = time('C', 'wasm-node') / time('C', 'native-128');
  const smallRatio = fit('C') / time('C', 'wasm-node');
  const wideRatio = fit('D') / time('D', 'wasm-node');
  const slowestStep = Math.max(...views.stepsMs);
  const leastShare = slowestShare(views.speeds);
  const leastSlowShare = slowestShare(views.slowSpeeds);
  const slowestClick = Math.max(...slow.clicks.map(({ milliseconds }) => milliseconds));
  const slowestView = Math.max(...slow.views.map(({ milliseconds }) => milliseconds));
  const wasm = total((kind) => kind === 'wasm');
  return [
    { title: 'C: wasm (Node) at most 1.15 × native 128-bit', value: ratio(nativeRatio), met: nativeRatio <= 1.15 },
    { title: 'C: at least 60 × as fast as TensorFlow.js fit', value: ratio(smallRatio), met: smallRatio >= 60 },
    { title: 'D: at least 7 × as fast as TensorFlow.js fit', value: ratio(wideRatio), met: wideRatio >= 7 },
    {
      title: 'first load at most 200 kB (brotli)',
      value: kilobytes(total(() => true)),
      met: total(() => true) <= 200e3,
    },
    { title: 'engine at most 70 kB (brotli)', value: kilobytes(wasm), met: wasm > 0 && wasm <= 70e3 },
    {
      title: 'load to a trained chapter 3 network under 2 s',
      value: `${(page.loadToTrainedMs / 1000).toFixed(2)} s`,
      met: page.loadToTrainedMs < 2000,
    },
    {
      title: 'no main-thread task over 50 ms while training',
      value: page.longestTaskMs === 0 ? 'none' : `${page.longestTaskMs.toFixed(0)} ms`,
      met: page.longestTaskMs <= 50,
    },
    {
      title: 'each step of a walk through 13→64→64→64→64→1 on show within 50 ms',
      value: `${slowestStep.toFixed(0)} ms`,
      met: slowestStep <= 50,
    },
    {
      title: 'training with any view open at least 90 % as fast as with the cheapest',
      value: `${(100 * leastShare).toFixed(0)} %`,
      met: leastShare >= 0.9,
    },
    {
      title: `${SLOWDOWN} times slower: training with any view open at least 95 % as fast as with the cheapest`,
      value: `${(100 * leastSlowShare).toFixed(0)} %`,
      met: leastSlowShare >= 0.95,
    },
    {
      title: `${slow.slowdown} times slower: watching a run at 50 frames a second or more`,
      value: slow.framesPerSecond.toFixed(0),
      met: slow.framesPerSecond >= 50,
    },
    {
      title: `${slow.slowdown} times slower: no main-thread task over 50 ms while watching`,
      value: slow.longestTaskMs === 0 ? 'none' : `${slow.longestTaskMs.toFixed(0)} ms`,
      met: slow.longestTaskMs <= 50,
    },
    {
      title: `${slow.slowdown} times slower: each button of the transport answers within 100 ms`,
      value: `${slowestClick.toFixed(0)} ms`,
      met: slowestClick <= 100,
    },
    {
      title: `${slow.slowdown} times slower: each view opens within 200 ms`,
      value: `${slowestView.toFixed(0)} ms`,
      met: slowestView <= 200,
    },
  ];
}
