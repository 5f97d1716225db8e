/** Resolves when the next frame has been painted: for work that the answer to a click need not wait for. */
export const afterPaint = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
