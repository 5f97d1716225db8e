import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { plot } from '@observablehq/plot';
import { expect, test } from 'vitest';
import { PLOT_CLASS, PLOT_STYLE_SOURCE } from '../../web/charts/plot/style';

/** The part of a document that an empty plot uses: elements that store their children and text. */
class Node {
  readonly children: Node[] = [];
  readonly namespaceURI = 'http://www.w3.org/2000/svg';
  textContent = '';
  readonly name: string;
  readonly ownerDocument: FakeDocument;

  constructor(name: string, ownerDocument: FakeDocument) {
    this.name = name;
    this.ownerDocument = ownerDocument;
  }
  setAttribute(): void {}
  removeAttribute(): void {}
  appendChild(child: Node): Node {
    this.children.push(child);
    return child;
  }
}

class FakeDocument {
  readonly documentElement = new Node('html', this);
  createElementNS(_: string, name: string): Node {
    return new Node(name, this);
  }
}

test('the style element Plot writes is the one the Content-Security-Policy allows', () => {
  const document = new FakeDocument();
  const svg = plot({
    className: PLOT_CLASS,
    document: document as unknown as Document,
    marks: [],
  }) as unknown as Node;
  const styles = svg.children.filter((child) => child.name === 'style');
  expect(styles).toHaveLength(1);
  const hash = createHash('sha256')
    .update(styles[0]?.textContent ?? '')
    .digest('base64');
  expect(PLOT_STYLE_SOURCE).toBe(`'sha256-${hash}'`);
});

test('the page allows it', () => {
  const page = readFileSync(new URL('../../web/index.html', import.meta.url), 'utf8');
  expect(page).toContain(PLOT_STYLE_SOURCE);
});
