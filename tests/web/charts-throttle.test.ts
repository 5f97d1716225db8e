import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Throttle } from '../../web/charts/drawing/throttle';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first request runs at once, the last one is never lost, and none comes too early', () => {
  const runs: number[] = [];
  const throttle = new Throttle(100, () => runs.push(performance.now()));
  const start = performance.now();
  for (let time = 0; time <= 250; time += 10) {
    throttle.request();
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(500);
  expect(runs.map((time) => time - start)).toEqual([0, 100, 200, 300]);
});

test('cancelled, it does not run', () => {
  const task = vi.fn();
  const throttle = new Throttle(100, task);
  throttle.request();
  throttle.request();
  throttle.cancel();
  vi.advanceTimersByTime(500);
  expect(task).toHaveBeenCalledTimes(1);
});
