import { describe, expect, test } from 'vitest';
import { builderFragmentOf, choiceOf, fragmentOf, titleOf } from '../../web/embed/builder/embed-choice';
import { hideableIn } from '../../web/embed/builder/hide-field';
import { elementSnippet, frameSnippet, sandboxOf } from '../../web/embed/builder/snippets';
import { oembedDocuments, oembedOf } from '../../web/embed/oembed';
import { PARTS } from '../../web/embed/options/options';
import { readFragment, writeOptions } from '../../web/embed/options/read-options';
import { PRESETS } from '../../web/recipe/presets';
import { HIDEABLE_NAMES } from '../../web/state/page/hideable';

const CHAPTERS = [
  {
    id: 'foundations',
    number: 1,
    title: 'Foundations',
    pages: [{ id: 'foundations/derivative', title: 'The derivative' }],
  },
];

const options = (fragment: string) => readFragment(fragment).options;

describe('the address of the builder', () => {
  test.each([
    '',
    'part=loss&preset=chapter-3-two-hidden&hide=seed,rate&theme=dark',
    'lesson=foundations/derivative',
    'figure=function&values=point%3D2%26first%3Dsquare',
    'part=metrics&host-origin=https://course.example:8443',
  ])('“%s” comes back as it was', (fragment) => expect(fragmentOf(choiceOf(`#${fragment}`))).toBe(fragment));

  test('the name, size and sandbox of the frame are in the builder’s address, but not in the embed’s', () => {
    const whole = 'part=loss&frame-title=Exercise+3&frame-width=600&frame-height=450&frame-sandbox=opaque';
    const choice = choiceOf(`#${whole}`);
    expect(choice).toMatchObject({ title: 'Exercise 3', width: '600', height: 450, isOpaque: true });
    expect(builderFragmentOf(choice)).toBe(whole);
    expect(fragmentOf(choice)).toBe('part=loss');
    const plain = { title: null, width: '100%', height: null, isOpaque: false };
    expect(choiceOf('#part=loss')).toMatchObject(plain);
    expect(choiceOf('#frame-width=wide&frame-height=5&frame-sandbox=none')).toMatchObject(plain);
    expect(builderFragmentOf(choiceOf('#part=loss'))).toBe('part=loss');
  });

  test('a link of the playground brings its recipe and its weights', () => {
    expect(choiceOf('#r=1.abc&w=def').options).toMatchObject({ recipe: '1.abc', weights: 'def' });
    expect(choiceOf('#preset=careful-linear').options.preset).toBe('careful-linear');
  });
});

test('a frame is named after its content, unless the author gives a name', () => {
  const title = (hash: string) => titleOf(choiceOf(hash), CHAPTERS);
  expect(title('#lesson=foundations/derivative')).toBe('Minifactory: The derivative');
  expect(title('#part=loss&preset=chapter-3-linear')).toBe('Minifactory: The loss chart. Chapter 3: linear model');
  expect(title('#figure=function')).toBe('Minifactory: Two functions, as curves and as boxes');
  expect(titleOf({ ...choiceOf(''), title: 'Exercise 3' }, CHAPTERS)).toBe('Exercise 3');
});

test('each control can be left out of some part', () => {
  expect(new Set(PARTS.flatMap(hideableIn))).toEqual(new Set(HIDEABLE_NAMES));
});

describe('the copied texts', () => {
  test('no text breaks out of its attribute', () => {
    const hostile = '"><script>alert(1)</script>&amp;';
    const frame = frameSnippet({ address: hostile, title: hostile, width: hostile, height: 1, sandbox: '' });
    const element = elementSnippet(hostile, new Map([['goal', hostile]]));
    for (const snippet of [frame, element]) {
      expect(snippet).not.toContain('<script>');
      expect(snippet).toContain('&quot;>&lt;script>alert(1)&lt;/script>&amp;amp;');
    }
  });

  test('the element has only options that differ from their defaults', () => {
    const attributes = writeOptions(options('part=loss&goal=test-rmse<4&theme=auto'));
    expect(elementSnippet('https://a.example/mini-factory.js', attributes)).toBe(
      `<script src="https://a.example/mini-factory.js" defer></script>
<mini-factory
  part="loss"
  goal="test-rmse&lt;4"
></mini-factory>`,
    );
    expect(elementSnippet('x.js', new Map())).toContain('<mini-factory></mini-factory>');
  });

  test('the frame loses its origin only on request', () => {
    expect(sandboxOf(false)).toContain('allow-same-origin');
    expect(sandboxOf(true)).not.toContain('allow-same-origin');
  });
});

describe('oEmbed', () => {
  const SITE = 'https://course.example/minifactory/';
  const documents = oembedDocuments(SITE, PRESETS, CHAPTERS);

  test('each document is complete, and its frame shows the named content', () => {
    expect(documents.size).toBe(1 + PRESETS.length + 1);
    for (const [name, document] of documents) {
      expect(document).toMatchObject({ version: '1.0', type: 'rich', provider_url: SITE });
      const [, fragment] =
        /src="https:\/\/course\.example\/minifactory\/embed\.html#?([^"]*)"/.exec(document.html) ?? [];
      const { options, problems } = readFragment(fragment ?? 'missing');
      expect(problems).toEqual([]);
      expect(oembedOf(options)).toBe(name);
      expect(document.title).toMatch(/^Minifactory: ./);
    }
  });

  test('what no document shows has none', () => {
    expect(oembedOf(options('part=loss'))).toBeNull();
    expect(oembedOf(options('preset=careful-linear&hide=seed'))).toBeNull();
    expect(oembedOf(options('lesson=foundations/derivative&theme=dark'))).toBeNull();
  });
});
