/** The files for a public host, which cannot run here: workflows, container, development container. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import { TEST_PACKAGES } from '../../scripts/lib/debian.mjs';

const FOLDER = '.github/workflows';
const WORKFLOWS = readdirSync(FOLDER);
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

interface Step {
  readonly run?: string;
  readonly uses?: string;
}
interface Job {
  readonly container?: string;
  readonly needs?: string;
  readonly steps: readonly Step[];
  readonly strategy?: { readonly matrix: { readonly node: readonly number[] } };
}

const jobsOf = (name: string): readonly Job[] => Object.values(parse(read(name)).jobs as Record<string, Job>);

/** What GitHub's own parser has against a workflow. */
async function faults(name: string, content: string): Promise<readonly string[]> {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(({ message }) => message);
}

describe('the workflows', () => {
  it('are these', () => {
    expect(WORKFLOWS.sort()).toEqual(['pages.yml', 'release.yml', 'test.yml']);
  });

  it.each(WORKFLOWS)('%s is valid', async (name) => {
    expect(await faults(name, read(name))).toEqual([]);
  });

  it.each([
    ['a key that there is not', (text: string) => text.replace('runs-on:', 'run-on:'), 'run-on'],
    [
      'an expression that is broken',
      (text: string) => text.replace('ubuntu-latest', '\u0024{{ matrix.( }}'),
      'Unexpected symbol',
    ],
    ['a job that is not there', (text: string) => text.replace('needs: build', 'needs: bild'), 'bild'],
  ])('with %s would not be', async (_, broken, words) => {
    const found = await faults('pages.yml', broken(read('pages.yml')));
    expect(found.join('\n')).toContain(words);
  });

  it.each(WORKFLOWS)('%s runs only commands that there are, and actions of GitHub in a fixed version', (name) => {
    const steps = jobsOf(name).flatMap((job) => job.steps);
    const scripts = steps.flatMap(({ run = '' }) =>
      [...run.matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script),
    );
    expect(scripts.filter((script = '') => !(script in manifest.scripts))).toEqual([]);
    for (const { uses } of steps) if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z-]+@v\d+$/);
  });

  it('test with the oldest Node that is supported and with Node 24, in Debian 12', () => {
    const [job] = jobsOf('test.yml');
    expect(job?.container).toMatch(/^node:\$\{\{ matrix\.node \}\}-bookworm$/);
    const oldest = Number(/\d+/.exec(manifest.engines.node)?.[0]);
    expect(job?.strategy?.matrix.node).toEqual([oldest, 24]);
    expect(job?.steps.some(({ run }) => run === '.ci/run')).toBe(true);
  });
});

describe('the container', () => {
  const dockerfile = readFileSync('Dockerfile', 'utf8');
  const names = TEST_PACKAGES.map(({ name }) => name);

  it('has the packages of the set-up script, all and only these', () => {
    const [, list = ''] = /apt-get install -y --no-install-recommends \\\n([^&]*)&&/.exec(dockerfile) ?? [];
    expect(list.split(/[\s\\]+/).filter(Boolean)).toEqual(names);
  });

  it('is the one that the workflows use', () => {
    const [, image] = /^FROM (\S+) AS tools$/m.exec(dockerfile) ?? [];
    for (const name of ['pages.yml', 'release.yml']) {
      expect(jobsOf(name).flatMap(({ container }) => container ?? [])).toEqual([image]);
    }
  });

  it('builds the site from a clean copy and serves it to the outside', () => {
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n');
    for (const folder of ['node_modules/', 'build/', 'dist/', 'lib/']) expect(ignored).toContain(folder);
    expect(dockerfile).toContain('RUN npm ci\n');
    expect(dockerfile).toContain('ENV MINIFACTORY_HOST=0.0.0.0\n');
    expect(readFileSync('scripts/start.mjs', 'utf8')).toContain('process.env.MINIFACTORY_HOST');
    expect(dockerfile.trimEnd().split('\n').at(-1)).toBe('CMD ["npm", "start"]');
  });

  it('is the development container, too, which forwards the ports of both servers', () => {
    const { build, forwardPorts, postCreateCommand } = JSON.parse(
      readFileSync('.devcontainer/devcontainer.json', 'utf8'),
    );
    expect(build).toEqual({ dockerfile: '../Dockerfile', context: '..', target: 'tools' });
    expect(forwardPorts).toContain(4173);
    expect(postCreateCommand).toBe('npm ci');
  });
});
