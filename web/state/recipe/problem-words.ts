/** A recipe's problem as the controls' reader knows it: fields by the names they bear on the page. */
import { findField } from '../../recipe/fields';
import type { Problem } from '../../recipe/parse';

const PATH = /\b[a-z]+(?:\.\w+|\[\d+\])+/gi;

/** The problem's sentence with every field's path in it replaced by the field's title. */
export function problemInWords({ sentence }: Problem): string {
  return sentence.replace(PATH, (path) => {
    const title = findField(path)?.title ?? '';
    return title === '' ? path : `“${layerOf(path)}${title}”`;
  });
}

/** `Layer 2: ` for what is in the second layer. */
function layerOf(path: string): string {
  const index = /^layers\[(\d+)\]/.exec(path)?.[1];
  return index === undefined ? '' : `Layer ${Number(index) + 1}: `;
}
