/** The files about the project: what they say of the version, and where their links lead. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };

const text = (name: string) => readFileSync(name, 'utf8');
const PAGES = ['.', 'docs'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

/** The addresses of headings, as public hosts make them. */
const anchors = (page: string) =>
  [...text(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

it.each(PAGES)('the links of %s to other files lead somewhere', (page) => {
  const prose = text(page).replace(/^```[\s\S]*?^```/gm, '');
  const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^\w+:/.test(link));
  const broken = links.filter((link) => {
    const [path = '', anchor] = link.split('#');
    const file = path === '' ? page : join(dirname(page), path);
    return !existsSync(file) || (anchor !== undefined && !anchors(file).includes(anchor));
  });
  expect(broken).toEqual([]);
});

it('the changelog has what is not released first, then versions with their dates, the newest first', () => {
  const [first, ...versions] = [...text('CHANGELOG.md').matchAll(/^## (.*)$/gm)].map(([, heading = '']) => heading);
  expect(first).toBe('Unreleased');
  for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+ \(\d{4}-\d\d-\d\d\)$/);
  expect(versions[0]?.split(' ')[0]).toBe(manifest.version);
});

it('the citation is of the present version, with the date of the changelog', () => {
  const citation = parse(text('CITATION.cff'));
  expect(citation).toMatchObject({
    'cff-version': '1.2.0',
    title: 'Minifactory',
    type: 'software',
    version: manifest.version,
    license: manifest.license,
  });
  expect(text('CHANGELOG.md')).toContain(`## ${manifest.version} (${citation['date-released']})`);
  expect(citation.authors.length).toBeGreaterThan(0);
});

describe('the issue forms', () => {
  const FOLDER = '.github/ISSUE_TEMPLATE';
  const forms = readdirSync(FOLDER).filter((name) => name !== 'config.yml');

  it.each(forms)('%s asks for something, each field under a name of its own', (name) => {
    const { name: title, description, body } = parse(text(join(FOLDER, name)));
    expect(title).toMatch(/^[A-Z]/);
    expect(description).toMatch(/\.$/);
    const ids = body.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { type, attributes } of body) {
      expect(['input', 'textarea', 'dropdown', 'checkboxes']).toContain(type);
      expect(attributes.label).toBeTruthy();
    }
    expect(body.some(({ validations }: { validations?: { required: boolean } }) => validations?.required)).toBe(true);
  });
});
