/**
 * Milliseconds of drawing in one frame; the rest waits for the next frames, so that a page full of charts never blocks
 * input.
 */
const FRAME_BUDGET = 8;

const waiting = new Set<() => void>();
let scheduled = false;

function drain(): void {
  scheduled = false;
  const start = performance.now();
  for (const draw of waiting) {
    waiting.delete(draw);
    draw();
    if (performance.now() - start >= FRAME_BUDGET) break;
  }
  if (waiting.size > 0) schedule();
}

function schedule(): void {
  if (scheduled) return;
  scheduled = true;
  requestAnimationFrame(drain);
}

/** Calls `draw` in one of the next frames, in turn with all other charts; asking twice draws once. */
export function enqueueDraw(draw: () => void): void {
  waiting.add(draw);
  schedule();
}

/** Removes a waiting draw. */
export function dequeueDraw(draw: () => void): void {
  waiting.delete(draw);
}
