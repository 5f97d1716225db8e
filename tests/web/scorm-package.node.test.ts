import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { readLink } from '../../web/recipe/link';
import { parseRecipeText } from '../../web/recipe/parse';
import { presetNamed } from '../../web/recipe/presets';
import { minimalRecipe, serialiseRecipe } from '../../web/recipe/serialise';
import { scormCommand } from '../../web/scorm/command';

const folder = mkdtempSync(join(tmpdir(), 'minifactory-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const PATHS = Object.fromEntries(
  ['element', 'recording', 'styles', 'site', 'licences'].map((name) => [
    name,
    pathToFileURL(file(name, `the ${name}`)),
  ]),
) as Record<'element' | 'recording' | 'styles' | 'site' | 'licences', URL>;

let made = 0;

/** The files of the package from the command, by name. */
async function packaged(...args: string[]): Promise<Readonly<Record<string, string>>> {
  made += 1;
  const path = join(folder, `package-${made}.zip`);
  const answer = await scormCommand([...args, '--out', path], PATHS);
  expect(answer).toEqual({ output: expect.stringMatching(/\.zip, \d+ kB\.\n$/), complaint: '', exitCode: 0 });
  return Object.fromEntries(
    Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
}

const complaint = async (...args: string[]) => {
  const answer = await scormCommand(args, PATHS);
  expect(answer.exitCode).toBe(2);
  return answer.complaint;
};

const childrenOf = (element: XmlElement, name: string) =>
  element.children.filter(
    (child): child is XmlElement => child.type === 'element' && (child as XmlElement).name === name,
  );

function only(element: XmlElement, ...path: string[]): XmlElement {
  return path.reduce((parent, name) => {
    const children = childrenOf(parent, name);
    expect(children, name).toHaveLength(1);
    return children[0] as XmlElement;
  }, element);
}

function manifestOf(files: Readonly<Record<string, string>>): XmlElement {
  return parseXml(files['imsmanifest.xml'] ?? '').root as XmlElement;
}

/** The attributes of `<mini-factory>` on the launched page. */
function optionsOf(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const [tag = ''] = /<mini-factory[^>]*>/.exec(files['launch.html'] ?? '') ?? [];
  return (parseXml(tag.replace(/>$/, '/>')).root as XmlElement).attributes;
}

describe('the manifest', () => {
  test('is one of SCORM 1.2: an organization, an item, and its page as the one thing to launch', async () => {
    const root = manifestOf(await packaged('--preset', 'chapter-3-linear', '--title', 'Bend the line & “more”'));
    expect(root.name).toBe('manifest');
    expect(root.attributes).toMatchObject({
      xmlns: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
      'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
      identifier: expect.stringMatching(/^[A-Za-z][\w-]*$/),
    });
    expect(root.children.filter(({ type }) => type === 'element').map((child) => (child as XmlElement).name)).toEqual([
      'metadata',
      'organizations',
      'resources',
    ]);
    expect(only(root, 'metadata', 'schema').text).toBe('ADL SCORM');
    expect(only(root, 'metadata', 'schemaversion').text).toBe('1.2');
    const organization = only(root, 'organizations', 'organization');
    expect(only(root, 'organizations').attributes.default).toBe(organization.attributes.identifier);
    expect(only(organization, 'title').text).toBe('Bend the line & “more”');
    const resource = only(root, 'resources', 'resource');
    expect(only(organization, 'item').attributes).toMatchObject({ identifierref: resource.attributes.identifier });
    expect(only(organization, 'item', 'title').text).toBe('Bend the line & “more”');
    expect(resource.attributes).toMatchObject({ type: 'webcontent', 'adlcp:scormtype': 'sco', href: 'launch.html' });
  });

  test('lists exactly the files of the package', async () => {
    const files = await packaged('--preset', 'chapter-3-linear');
    const listed = childrenOf(only(manifestOf(files), 'resources', 'resource'), 'file').map(
      ({ attributes }) => attributes.href,
    );
    expect([...listed, 'imsmanifest.xml'].sort()).toEqual(Object.keys(files).sort());
    expect(Object.keys(files)).not.toContainEqual(expect.stringMatching(/^\/|\.\./));
  });

  test('has a different identifier for each package, and the same for the same package', async () => {
    const identifier = async (...args: string[]) => manifestOf(await packaged(...args)).attributes.identifier;
    const one = await identifier('--preset', 'chapter-3-linear');
    expect(await identifier('--preset', 'chapter-3-linear')).toBe(one);
    expect(await identifier('--preset', 'chapter-3-linear', '--goal', 'test-rmse<5')).not.toBe(one);
  });
});

test('the licence notices of all parts are in the package', async () => {
  expect((await packaged('--preset', 'chapter-3-linear'))['licences.txt']).toBe('the licences');
});

describe('the page that is launched', () => {
  test('asks for nothing that is not in the package', async () => {
    const files = await packaged('--preset', 'chapter-3-linear');
    const asked = [...(files['launch.html'] ?? '').matchAll(/(?:src|href)="([^"]*)"/g)].map(([, name]) => name);
    // An empty icon; otherwise the browser requests one from the platform.
    const [icon, ...names] = asked;
    expect(icon).toBe('data:,');
    expect(names).toHaveLength(3);
    for (const name of names) expect(Object.keys(files)).toContain(name);
  });

  test.each([
    [['--preset', 'chapter-3-linear'], { preset: 'chapter-3-linear', hide: 'share' }, 'training'],
    [
      ['--preset', 'chapter-3-linear', '--goal', 'test-rmse<5, parameters<=200', '--hide', 'speed,seed'],
      { preset: 'chapter-3-linear', goal: 'test-rmse<5, parameters<=200', hide: 'share,speed,seed' },
      'goal',
    ],
    [['--lesson', 'foundations/derivative'], { lesson: 'foundations/derivative', hide: 'share' }, 'questions'],
  ])('of %s holds its options, and what completes it', async (args, options, completes) => {
    const files = await packaged(...args);
    expect(optionsOf(files)).toEqual(options);
    expect(files['launch.html']).toContain(`<body data-completes="${completes}">`);
  });

  test('contains the recipe of a file', async () => {
    const recipe = { ...minimalRecipe(presetNamed('chapter-3-linear')?.recipe as never), name: 'My <own> & "best"' };
    const path = file('recipe.json', serialiseRecipe(recipe));
    const files = await packaged(path);
    const result = await readLink(`r=${optionsOf(files).recipe}`);
    const expected = parseRecipeText(serialiseRecipe(recipe));
    expect(result.ok && result.shared.recipe).toEqual(expected.ok && expected.recipe);
    expect(only(manifestOf(files), 'organizations', 'organization', 'title').text).toBe('My <own> & "best"');
    expect(files['launch.html']).toContain('<title>My &lt;own&gt; &amp; &quot;best&quot;</title>');
  });
});

describe('the command reports mistakes', () => {
  test.each([
    [[], 'Nothing to package.'],
    [['--preset', 'chapter-3-linear', '--lesson', 'foundations/derivative'], 'only one recipe, preset or lesson'],
    [['--preset', 'chapter-3-liner'], 'did you mean chapter-3-linear?'],
    [['--lesson', 'foundations/derivativ'], 'did you mean foundations/derivative?'],
    [['--preset', 'chapter-3-linear', '--goal', 'rmse<4'], 'Condition 1, "rmse<4", asks for "rmse"'],
    [['--lesson', 'foundations/derivative', '--goal', 'test-rmse<4'], 'A goal needs a run'],
    [['--preset', 'chapter-3-linear', '--hide', 'zebra'], '"zebra"'],
    [['--zebra'], 'zebra'],
    [['no-such-file.json'], 'no such file'],
  ])('%s', async (args, part) => {
    expect(await complaint(...args)).toContain(part);
  });

  test('and lists the valid names', async () => {
    const { output } = await scormCommand(['--list'], PATHS);
    expect(output).toMatch(/^chapter-2-linear /m);
    expect(output).toMatch(/^foundations\/derivative /m);
  });
});
