import { beforeEach, describe, expect, it } from 'vitest';
import { nameOf, type Release } from '../../web/offline/release';
import { SiteCopy } from '../../web/offline/site-copy';
import { FakeCaches, FakeServer } from './fake-caches';

const ROOT = 'https://school.example/courses/minifactory/';
const at = (path: string) => ROOT + path;

const OLD: Release = {
  version: 'old',
  files: [
    ['index.html', 'sha256-1'],
    ['assets/same-1.js', 'sha256-2'],
    ['assets/gone-1.js', 'sha256-3'],
  ],
};
const NEW: Release = {
  version: 'new',
  files: [
    ['index.html', 'sha256-4'],
    ['assets/same-1.js', 'sha256-2'],
    ['assets/come-1.js', 'sha256-5'],
  ],
};

let storage: FakeCaches;
let server: FakeServer;

function copyOf(release: Release, root = ROOT): SiteCopy {
  return new SiteCopy({ caches: storage as unknown as CacheStorage, fetch: server.fetch, root }, release);
}

const textOf = async (found: Promise<Response | undefined>) => (await found)?.text();

beforeEach(() => {
  storage = new FakeCaches();
  server = new FakeServer({
    [at('index.html')]: 'old page',
    [at('assets/same-1.js')]: 'same',
    [at('assets/gone-1.js')]: 'gone',
  });
});

function deployNew(): void {
  server.files.delete(at('assets/gone-1.js'));
  server.files.set(at('index.html'), 'new page').set(at('assets/come-1.js'), 'come');
  server.asked.length = 0;
}

describe('storing a release', () => {
  it('fetches every file without the browser’s cache, and checks its digest', async () => {
    await copyOf(OLD).store();
    expect(new Set(server.asked)).toEqual(new Set(OLD.files.map(([path]) => at(path))));
    const asked = server.asked.map((address, index) => [address, server.options[index]?.integrity]);
    expect(Object.fromEntries(asked)).toEqual(
      Object.fromEntries(OLD.files.map(([path, digest]) => [at(path), digest])),
    );
    expect(new Set(server.options.map((options) => options?.cache))).toEqual(new Set(['no-cache']));
  });

  it('stores the page last, so that a copy with a page is complete', async () => {
    server.files.delete(at('assets/gone-1.js'));
    await expect(copyOf(OLD).store()).rejects.toThrow();
    expect(await copyOf(OLD).find('index.html')).toBeUndefined();
  });

  it('stores files that a server marks as varying between requests', async () => {
    await copyOf(OLD).store();
    const found = await copyOf(OLD).find('index.html');
    expect(await found?.text()).toBe('old page');
    expect(found?.headers.has('Vary')).toBe(false);
  });

  it('rejects if a file is missing, and then requests only missing and possibly changed files again', async () => {
    server.files.delete(at('assets/gone-1.js'));
    await expect(copyOf(OLD).store()).rejects.toThrow('assets/gone-1.js: the server answered 404.');
    server.files.set(at('assets/gone-1.js'), 'gone');
    server.asked.length = 0;
    await copyOf(OLD).store();
    expect(server.asked).toEqual([at('assets/gone-1.js'), at('index.html')]);
  });

  it('takes files that have not changed from the release before', async () => {
    await copyOf(OLD).store();
    deployNew();
    await copyOf(NEW).store();
    expect(server.asked).toEqual([at('assets/come-1.js'), at('index.html')]);
    expect(await textOf(copyOf(NEW).find('assets/same-1.js'))).toBe('same');
  });
});

describe('finding a file', () => {
  it('answers with its own release, and with old files that pages still open may ask for', async () => {
    await copyOf(OLD).store();
    deployNew();
    await copyOf(NEW).store();
    expect(await textOf(copyOf(NEW).find('index.html'))).toBe('new page');
    expect(await textOf(copyOf(OLD).find('index.html'))).toBe('old page');
    expect(await textOf(copyOf(NEW).find('assets/gone-1.js'))).toBe('gone');
    expect(await copyOf(NEW).find('assets/never-1.js')).toBeUndefined();
  });

  it('never answers with the page of another release', async () => {
    await copyOf(OLD).store();
    expect(await copyOf(NEW).find('index.html')).toBeUndefined();
  });

  it('leaves files alone that are none of the site’s', () => {
    const copy = copyOf(OLD);
    expect(copy.mayHave('index.html')).toBe(true);
    expect(copy.mayHave('assets/any-1.js')).toBe(true);
    expect(copy.mayHave('unit-1/index.html')).toBe(false);
  });

  it('reads paths from addresses', () => {
    const copy = copyOf(OLD);
    expect(copy.pathOf(ROOT)).toBe('index.html');
    expect(copy.pathOf(at('?from=course'))).toBe('index.html');
    expect(copy.pathOf(at('assets/same-1.js'))).toBe('assets/same-1.js');
    expect(copy.pathOf(at('unit-1/'))).toBe('unit-1/index.html');
    expect(copy.pathOf('https://school.example/courses/')).toBeNull();
    expect(copy.pathOf('https://elsewhere.example/courses/minifactory/index.html')).toBeNull();
  });
});

describe('deleting old copies', () => {
  const inner = `${ROOT}inner/`;

  beforeEach(async () => {
    for (const version of ['oldest', 'old', 'new']) await copyOf({ ...OLD, version }).store();
    await storage.open('of another program');
    await storage.open(nameOf(inner, 'old'));
  });

  it('keeps its own copy, copies in use, and those of other sites', async () => {
    await copyOf(NEW).clearAway(new Set([nameOf(ROOT, 'old')]));
    expect(await storage.keys()).toEqual([
      nameOf(ROOT, 'old'),
      nameOf(ROOT, 'new'),
      'of another program',
      nameOf(inner, 'old'),
    ]);
  });

  it('deletes old files with their release', async () => {
    await copyOf(NEW).clearAway(new Set());
    expect(await storage.keys()).toEqual([nameOf(ROOT, 'new'), 'of another program', nameOf(inner, 'old')]);
  });
});
