/**
 * Sine, cosine and logarithm from +, −, ×, ÷ and rounding to integers alone. IEEE 754 fixes the bits of those, while
 * JavaScript leaves Math.sin, Math.cos and Math.log to the engine, so a generated table would differ between browsers.
 * The results are within a few units of the last digit.
 */

/** π/2 in two parts; multiples of the first up to 2²⁰ are exact. */
const HALF_PI_HIGH = 1.5707963267341256;
const HALF_PI_LOW = 6.077100506506192e-11;

/** x·(1 + x²/a + …), by Horner’s rule: Σ x^(2k + first) / (2k + first)! with alternating signs. */
function series(x: number, first: 0 | 1): number {
  const square = x * x;
  let sum = 1;
  for (let order = 18 + first; order > first; order -= 2) sum = 1 - (square / (order * (order - 1))) * sum;
  return first === 1 ? x * sum : sum;
}

/** sin(angle + quarters·π/2) for an angle in radians. */
function turned(angle: number, quarters: number): number {
  const nearest = Math.floor(angle / (HALF_PI_HIGH + HALF_PI_LOW) + 0.5);
  const rest = angle - nearest * HALF_PI_HIGH - nearest * HALF_PI_LOW;
  const quadrant = (((nearest + quarters) % 4) + 4) % 4;
  const value = series(rest, quadrant % 2 === 0 ? 1 : 0);
  return quadrant < 2 ? value : -value;
}

/** The sine of an angle in radians, at most 10⁵ in size. */
export const sine = (angle: number) => turned(angle, 0);

/** The cosine of an angle in radians, at most 10⁵ in size. */
export const cosine = (angle: number) => turned(angle, 1);

/** The natural logarithm of a positive, normal number. */
export function logarithm(x: number): number {
  let mantissa = x;
  let exponent = 0;
  for (; mantissa > Math.SQRT2; exponent += 1) mantissa /= 2;
  for (; mantissa < Math.SQRT1_2; exponent -= 1) mantissa *= 2;
  // log(m) = 2·artanh(s) with s = (m − 1)/(m + 1), at most 0.1716.
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let sum = 0;
  for (let order = 23; order >= 1; order -= 2) sum = sum * square + 1 / order;
  return exponent * Math.LN2 + 2 * s * sum;
}
