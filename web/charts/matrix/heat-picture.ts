/** A matrix as a picture of one pixel for each element, stretched over a canvas: fast for any number of elements. */
import type { Matrix } from '../../engine/types';
import { HEAT_STEPS, heatLimit, heatStep } from './heat-scale';

export interface HeatPalette {
  /** Red, green, blue and alpha of each step, from -HEAT_STEPS to HEAT_STEPS. */
  readonly steps: Uint32Array;
  readonly ink: string;
}

function sketch(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
}

/**
 * `colour` returns a design token as a colour. The canvas itself mixes the steps, whatever notation the colours have.
 */
export function heatPalette(colour: (token: string) => string): HeatPalette {
  const count = 2 * HEAT_STEPS + 1;
  const context = sketch(count, 1);
  context.fillStyle = colour('--weight-zero');
  context.fillRect(0, 0, count, 1);
  const sides = [colour('--weight-negative'), colour('--weight-positive')] as const;
  for (let step = -HEAT_STEPS; step <= HEAT_STEPS; step++) {
    context.fillStyle = sides[step < 0 ? 0 : 1];
    context.globalAlpha = Math.abs(step) / HEAT_STEPS;
    context.fillRect(step + HEAT_STEPS, 0, 1, 1);
  }
  return { steps: new Uint32Array(context.getImageData(0, 0, count, 1).data.buffer), ink: colour('--ink') };
}

/** Fills the whole canvas. Elements are sharp along an axis with room for them, and blended along one without. */
export function paintHeat(context: CanvasRenderingContext2D, matrix: Matrix, { steps }: HeatPalette): void {
  const { rows, columns, values } = matrix;
  const { width, height } = context.canvas;
  const limit = heatLimit(values);
  const pixels = Uint32Array.from(values, (value) => steps[heatStep(value, limit) + HEAT_STEPS] as number);
  const picture = sketch(columns, rows);
  picture.putImageData(new ImageData(new Uint8ClampedArray(pixels.buffer), columns, rows), 0, 0);
  const shrunk = sketch(Math.min(columns, width), Math.min(rows, height));
  shrunk.imageSmoothingQuality = 'high';
  shrunk.drawImage(picture.canvas, 0, 0, shrunk.canvas.width, shrunk.canvas.height);
  context.imageSmoothingEnabled = false;
  context.drawImage(shrunk.canvas, 0, 0, width, height);
}
