/** Simplified shapes of the activations; each maps −1…1 to −1…1. */
const SHAPES: Record<string, (x: number) => number> = {
  sigmoid: (x) => 2 / (1 + Math.exp(-6 * x)) - 1,
  tanh: (x) => Math.tanh(3.5 * x),
  relu: (x) => (x > 0 ? 2 * x - 1 : -1),
  'leaky-relu': (x) => (x > 0 ? 1.7 * x - 0.7 : 0.3 * x - 0.7),
  linear: (x) => x,
};

const STEPS = 24;

/** The activation's curve around (x, y), as an SVG path; empty for an activation without a shape. */
export function activationGlyph(activation: string, x: number, y: number, width: number, height: number): string {
  const shape = SHAPES[activation];
  if (!shape) return '';
  const points = Array.from({ length: STEPS + 1 }, (_, i) => {
    const u = (2 * i) / STEPS - 1;
    return `${(x + (u * width) / 2).toFixed(1)} ${(y - (shape(u) * height) / 2).toFixed(1)}`;
  });
  return `M${points.join('L')}`;
}
