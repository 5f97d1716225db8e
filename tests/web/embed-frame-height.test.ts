import { expect, test } from 'vitest';
import { afterMeasuring, type HeightState, type Measured, UNASKED } from '../../web/embed/frame/frame-height';

const WIDTH = 600;

/** The heights that a host grants, until the frame asks for no new one. */
function settled(content: (window: Measured) => number, state: HeightState = UNASKED, height = 150): HeightState {
  let now = state;
  let window: Measured = { content: 0, width: WIDTH, height };
  for (let frame = 0; frame < 100; frame++) {
    const next = afterMeasuring(now, { ...window, content: content(window) });
    if (next.asked === now.asked && next.asked === window.height) return next;
    now = next;
    window = { ...window, height: now.asked ?? window.height };
  }
  return now;
}

test('requests the height of the content in whole pixels', () => {
  expect(settled(() => 812.3).asked).toBe(813);
});

test('asks again whenever the content grows or shrinks, however often', () => {
  let state = settled(() => 400);
  for (const height of [500, 600, 700, 800, 900, 300]) {
    state = settled(() => height, state, state.asked ?? 0);
    expect(state.asked).toBe(height);
  }
});

test('content that is always higher than its window is not chased', () => {
  expect(settled(({ height }) => height + 20).asked).toBeLessThan(300);
  expect(settled(({ height }) => 1.5 * height).asked).toBeLessThan(1000);
});

test('a chase is forgotten once the frame has another width', () => {
  const stuck = settled(({ height }) => height + 20);
  const wider = afterMeasuring(stuck, { content: 500, width: WIDTH + 100, height: 210 });
  expect(wider.asked).toBe(500);
});

test('content that fills its window is left at that', () => {
  expect(settled(({ height }) => Math.max(height, 100)).asked).toBe(150);
});

test('no frame is asked to be endless', () => {
  expect(settled(() => 1e9).asked).toBe(20_000);
});
