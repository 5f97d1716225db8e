/** A small picture of an activation, from the curve the engine computes. */

/** The curve around (x, y) as an SVG path that fills `width` and `height`; its values lie evenly along x. */
export function activationGlyph(curve: readonly number[], x: number, y: number, width: number, height: number): string {
  const [low, high] = [Math.min(...curve), Math.max(...curve)];
  const middle = (low + high) / 2;
  const scale = high > low ? height / (high - low) : 0;
  const points = curve.map((value, i) => {
    const along = i / (curve.length - 1) - 0.5;
    return `${(x + along * width).toFixed(1)} ${(y - (value - middle) * scale).toFixed(1)}`;
  });
  return `M${points.join('L')}`;
}
