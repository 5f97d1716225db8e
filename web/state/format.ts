/** Numbers as the page writes them: always a point, never a locale's comma, so that they match the recipe. */

/** Three decimals for the sizes losses and errors have, powers of ten for what would not fit. */
export function measure(value: number): string {
  if (!Number.isFinite(value)) {
    return Number.isNaN(value) ? 'not a number' : value > 0 ? 'infinity' : '−infinity';
  }
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.0005 || size >= 1e6)) {
    return minus(value.toExponential(2));
  }
  return minus(value.toFixed(3));
}

/** A whole number with thousands set apart. */
export function whole(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 0 });
}

/** A number as the recipe would hold it, without digits that say nothing. */
export function plain(value: number): string {
  return minus(String(Number(value.toPrecision(6))));
}

/** How long so many seconds are, to one useful unit. */
export function duration(seconds: number): string {
  if (seconds < 1) {
    return 'under a second';
  }
  if (seconds < 100) {
    return `${Math.round(seconds)} s`;
  }
  if (seconds < 6000) {
    return `${Math.round(seconds / 60)} min`;
  }
  return `${(seconds / 3600).toFixed(1)} h`;
}

export function counted(count: number, one: string, many: string): string {
  return `${whole(count)} ${count === 1 ? one : many}`;
}

function minus(text: string): string {
  return text.replace(/-/g, '−');
}
