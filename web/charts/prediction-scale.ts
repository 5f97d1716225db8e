/** Each prediction kept within the scale, and on which side it left it: −1 below, 0 inside, 1 above. */
export interface ClampedPredictions {
  readonly shown: Float64Array;
  readonly off: Int8Array;
}

/** A prediction that is not a number counts as above: training has run away. */
export function clampToScale(predicted: Float64Array, domain: readonly [number, number]): ClampedPredictions {
  const [low, high] = domain;
  const shown = new Float64Array(predicted.length);
  const off = new Int8Array(predicted.length);
  for (let i = 0; i < predicted.length; i++) {
    const value = predicted[i] as number;
    if (value < low) {
      shown[i] = low;
      off[i] = -1;
    } else if (value <= high) {
      shown[i] = value;
    } else {
      shown[i] = high;
      off[i] = 1;
    }
  }
  return { shown, off };
}

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
