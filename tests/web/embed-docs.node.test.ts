import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EmbedMethods } from '../../web/embed/api';
import { NEWS } from '../../web/embed/frame/messages';
import { hideableReference, optionsReference } from '../../web/embed/options/reference';

const docs = readFileSync('docs/embedding.md', 'utf8');

/** The text, with the part between two marks replaced. */
function rewritten(text: string, mark: string, content: string): string {
  const [open, close] = [`<!-- ${mark} -->\n`, `<!-- /${mark} -->`];
  const [start, end] = [text.indexOf(open), text.indexOf(close)];
  if (start < 0 || end < start) throw new Error(`docs/embedding.md has no place for the ${mark}.`);
  return `${text.slice(0, start + open.length)}\n${content}\n\n${text.slice(end)}`;
}

describe('docs/embedding.md', () => {
  // After a change to the options, run `npm run references`.
  it('has the tables of the code', async () => {
    const text = rewritten(rewritten(docs, 'options', optionsReference()), 'hideable', hideableReference());
    await expect(text).toMatchFileSnapshot('../../docs/embedding.md');
  });

  it.each(NEWS)('says when minifactory-%s is sent', (name) => {
    expect(docs).toContain(`\n| \`minifactory-${name}\` |`);
  });

  const methods = [
    'load',
    'run',
    'pause',
    'reset',
    'getState',
    'setState',
    'getResult',
  ] as const satisfies (keyof EmbedMethods)[];

  it.each(methods)('says what %s does', (name) => {
    expect(docs).toMatch(new RegExp(`\\n\\| \`${name}\\(\\w*\\)\` \\|`));
  });
});
