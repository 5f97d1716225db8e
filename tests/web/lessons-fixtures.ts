/** Small lessons for tests of the compiler and of code that reads its pages. */
import { type CompiledPage, compilePage } from '../../web/lessons/compile/page';
import type { References } from '../../web/lessons/compile/references';

export const REFERENCES: References = {
  figures: {
    slope: {
      tag: 'mf-slope',
      title: 'A slope',
      fields: {
        point: { kind: 'number', label: 'Input', default: 1, min: -3, max: 3, step: 0.1 },
        function: { kind: 'choice', label: 'Function', default: 'square', of: ['square', 'relu'] },
        chain: { kind: 'names', label: 'Chain', default: ['square'], of: ['square', 'relu'], least: 1, most: 2 },
        matrix: { kind: 'numbers', label: 'Matrix', default: [1, 2, 3, 4], min: -9, max: 9 },
        open: { kind: 'flag', label: 'Open', default: false },
      },
    },
  },
  subjects: new Set(['derivative']),
  presets: new Set(['chapter-2-network']),
  pages: new Set(['foundations/functions', 'foundations/derivative']),
  terms: new Set(['derivative', 'learning-rate']),
};

export const FRONT_MATTER = `---
title: The derivative
question: How much?
leads: Onwards.
goal: Say how steep a curve is.
# Optional fields follow.
---`;

export const TO_DO = `:::do
Drag it.
:::`;

export const QUESTION = `:::question{id=q2 answer=6 within=0.01}
How much?
:::hint
Not so much.
:::
:::explain
So much.
:::
:::`;

/** A complete page; `body` begins at line 8. */
export function page(body: string, toDo = TO_DO): CompiledPage {
  return compilePage(`${FRONT_MATTER}\n${body}\n\n${toDo}\n\n${QUESTION}\n`, 'foundations/derivative', REFERENCES);
}
