/** Infinite or no number where a prediction is. */
export function meanAbsoluteError(actual: Float64Array, predicted: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < actual.length; i++) sum += Math.abs((predicted[i] as number) - (actual[i] as number));
  return sum / actual.length;
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly marginTop: number;
  readonly marginRight: number;
  readonly marginBottom: number;
  readonly marginLeft: number;
}

/** The frame with its right and lower margin widened until a square is left for the marks: the line of agreement stands at 45°. */
export function squared<F extends Frame>(frame: F): F {
  const { width, height, marginTop, marginRight, marginBottom, marginLeft } = frame;
  const side = Math.max(1, Math.min(width - marginLeft - marginRight, height - marginTop - marginBottom));
  return { ...frame, marginRight: width - marginLeft - side, marginBottom: height - marginTop - side };
}
