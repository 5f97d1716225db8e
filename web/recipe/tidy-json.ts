/** Readable JSON: `JSON.stringify` writes either everything on one line or every number on its own line. */
const LINE = 120;

function tidy(value: unknown, indent: string, room: number): string {
  const isList = Array.isArray(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const labels = Object.entries(value)
    .filter(([, entry]) => entry !== undefined)
    .map(([name, entry]) => ({ label: isList ? '' : `${JSON.stringify(name)}: `, entry }));
  const [open, close] = isList ? ['[', ']'] : ['{ ', ' }'];
  const oneLine = `${open}${labels.map(({ label, entry }) => label + tidy(entry, '', Number.POSITIVE_INFINITY)).join(', ')}${close}`;
  if (labels.length === 0) return isList ? '[]' : '{}';
  if (oneLine.length <= room) return oneLine;
  const lines = labels.map(
    ({ label, entry }) => `${inner}${label}${tidy(entry, inner, LINE - inner.length - label.length - 1)}`,
  );
  return `${open.trim()}\n${lines.join(',\n')}\n${indent}${close.trim()}`;
}

/** JSON text of plain data, indented by two spaces. What fits on one line stays on one; ends in a line break. */
export function tidyJson(value: unknown): string {
  return `${tidy(value, '', 0)}\n`;
}
