/**
 * Milliseconds of drawing in one frame. The rest waits for the next frames, so that a page with many charts never
 * blocks input.
 */
const FRAME_BUDGET = 8;

/** Milliseconds that a frame takes without any work. */
const FRAME = 1000 / 60;

/** A frame with drawings that took longer than this is late, and one that took longer than `PAUSE` was no work. */
const LATE = 1.5 * FRAME;
const PAUSE = 500;

/** Milliseconds for which a slow device draws one thing a frame before it tries all of them in one frame again. */
const APART = 3000;

/** A drawing takes at most this share of the time: on a slow device it is drawn less often. */
const MOST_SHARE = 0.1;

interface Cost {
  /** Milliseconds that recent drawings took, including the browser's work for them until the next frame. */
  milliseconds: number;
  drawnAt: number;
}

/** In the order in which they are drawn: what has been drawn goes to the end. */
const waiting = new Set<() => void>();
const costs = new WeakMap<() => void, Cost>();
/** What was drawn in the last frame, and when that frame began. */
let drawn: readonly Cost[] = [];
let drawnIn = 0;
/** Share of the latest frames with several drawings that were late. */
let lateness = 0;
/** Until when only one thing is drawn in a frame. */
let apartUntil = 0;
let scheduled = false;

function drain(frame: number): void {
  scheduled = false;
  const spent = frame - drawnIn;
  if (drawn.length > 0 && spent < PAUSE) learn(spent, frame);
  drawn = drawNow(frame < apartUntil ? 1 : Number.POSITIVE_INFINITY);
  drawnIn = frame;
  // Runs once more after a frame with drawings, to measure their cost.
  if (waiting.size > 0 || drawn.length > 0) schedule();
}

function learn(spent: number, frame: number): void {
  const each = Math.max(0, spent - FRAME) / drawn.length;
  for (const cost of drawn) cost.milliseconds = (3 * cost.milliseconds + each) / 4;
  if (drawn.length === 1) return;
  lateness = (2 * lateness + (spent > LATE ? 1 : 0)) / 3;
  if (lateness > 0.5) {
    apartUntil = frame + APART;
    lateness = 0;
  }
}

function drawNow(most: number): readonly Cost[] {
  const start = performance.now();
  const done: Cost[] = [];
  for (const draw of waiting) {
    const cost = costs.get(draw) ?? { milliseconds: 0, drawnAt: Number.NEGATIVE_INFINITY };
    const began = performance.now();
    if (began - cost.drawnAt < cost.milliseconds / MOST_SHARE) continue;
    waiting.delete(draw);
    draw();
    cost.drawnAt = performance.now();
    costs.set(draw, cost);
    done.push(cost);
    if (done.length >= most || cost.drawnAt - start >= FRAME_BUDGET) break;
  }
  return done;
}

function schedule(): void {
  if (scheduled) return;
  scheduled = true;
  requestAnimationFrame(drain);
}

/** Calls `draw` in one of the next frames, in turn with all other drawings; asking twice draws once. */
export function enqueueDraw(draw: () => void): void {
  waiting.add(draw);
  schedule();
}

/** Removes a waiting draw. */
export function dequeueDraw(draw: () => void): void {
  waiting.delete(draw);
}
