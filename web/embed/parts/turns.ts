/**
 * Animation frames shared by all embeds of a page. One embed is drawn in each frame, so that ten of them cost no more
 * than one.
 */

const waiting = new Set<() => void>();
let isScheduled = false;

/** Calls `draw` in one of the next frames. Two calls before that frame draw once. */
export function drawInTurn(draw: () => void): void {
  waiting.add(draw);
  schedule();
}

/** Removes a waiting draw. */
export function giveUpTurn(draw: () => void): void {
  waiting.delete(draw);
}

function schedule(): void {
  if (isScheduled || waiting.size === 0) return;
  isScheduled = true;
  requestAnimationFrame(() => {
    isScheduled = false;
    const [next] = waiting;
    if (next !== undefined) waiting.delete(next);
    next?.();
    schedule();
  });
}
