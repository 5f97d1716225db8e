import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { packageReadme } from '../../scripts/lib/package-readme.mjs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const readme = readFileSync('README.md', 'utf8');
const packed = packageReadme(readme, manifest);

it('README.md in the package has no address that is relative to the repository', () => {
  const addresses = [...packed.matchAll(/(?:src|srcset|href)="([^"]+)"|\]\(([^)]+)\)/g)].map(
    ([, html, link]) => html ?? link,
  );
  expect(addresses.length).toBeGreaterThan(10);
  const base = `https://unpkg.com/${manifest.name}@${manifest.version}/`;
  const own = addresses.filter((address) => address?.startsWith(base));
  expect(addresses.filter((address) => !/^(https?:|#)/.test(address ?? '') && !readme.includes(`<iframe`))).toEqual([]);
  for (const address of own) {
    const path = (address as string).slice(base.length).replace(/#.*/, '');
    expect(existsSync(path), path).toBe(true);
    const isPacked = path === 'LICENSE' || manifest.files.includes(path) || /^docs\/[^/]+\.md$/.test(path);
    expect(isPacked, path).toBe(true);
  }
});

it('README.md in the package shows its picture, and is otherwise the same', () => {
  expect(packed).toContain(
    `<img src="https://unpkg.com/minifactory@${manifest.version}/docs/screenshots/train-light.png"`,
  );
  expect(packed).not.toContain('<picture>');
  const words = (text: string) => text.replace(/<\/?picture>|<source[^>]*>|\([^)]*\)|src="[^"]*"|[[\]\s]/g, '');
  expect(words(packed)).toBe(words(readme));
});
