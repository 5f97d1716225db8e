import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { singlePage } from '../../web/single/single-page.js';

const SITE = readFileSync('web/index.html', 'utf8');
const STYLE = "body::after { content: '$& and $1' }";
const SCRIPT = "console.log('$&, $1 and </script> are only words')";

const page = singlePage(SITE, STYLE, SCRIPT);
const policy = /content="(default-src [^"]*)"/.exec(page)?.[1] ?? '';
const directive = (name: string) => policy.split('; ').find((each) => each.startsWith(name)) ?? '';
const hash = (text = '') => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the single page', () => {
  it('contains the packed script', () => {
    const packed = /<script type="text\/plain" id="packed">([^<]*)</.exec(page)?.[1] ?? '';
    expect(inflateSync(Buffer.from(packed, 'base64')).toString()).toBe(SCRIPT);
  });

  it('allows its own script, the one that unpacks it and its own style, each by its hash, and no address', () => {
    const [, unpacking] = /<script>(.*?)<\/script>/s.exec(page) ?? [];
    const [, style] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
    expect(directive('script-src')).toBe(`script-src ${hash(unpacking)} ${hash(SCRIPT)} 'wasm-unsafe-eval'`);
    expect(directive('style-src')).toContain(hash(style));
    expect(directive('default-src')).toBe("default-src 'none'");
    expect(policy).not.toMatch(/'self'|https?:|\*|unsafe-inline|'unsafe-eval'/);
  });

  it('allows the styles that the charts add at run time', () => {
    const [, styles = ''] = /style-src ([^;]*)/.exec(SITE) ?? [];
    const added = styles.match(/'sha256-[^']+'/g) ?? [];
    expect(added.length).toBeGreaterThan(0);
    for (const each of added) expect(directive('style-src')).toContain(each);
  });

  it('refers to no other file', () => {
    const references = [...page.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
    expect(references).toEqual([expect.stringMatching(/^data:image\/svg\+xml;base64,/)]);
  });
});
