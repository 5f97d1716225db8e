/** The package from `npm pack`, unpacked as in another project. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export interface Finished {
  readonly output: string;
  readonly complaint: string;
  readonly exitCode: number | null;
}

export class InstalledPackage {
  /** The other project. */
  readonly project = mkdtempSync(join(tmpdir(), 'minifactory-package-'));
  readonly folder = join(this.project, 'node_modules/minifactory');

  constructor() {
    mkdirSync(this.folder, { recursive: true });
    const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', this.project], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [{ filename }] = JSON.parse(packed);
    execFileSync('tar', ['-xzf', join(this.project, filename), '-C', this.folder, '--strip-components=1']);
    // Its only dependency.
    this.add('valibot');
    this.write('package.json', '{ "type": "module" }');
  }

  /** Installs packages that are here, without a registry. */
  add(...names: readonly string[]): void {
    for (const name of names) {
      const place = join(this.project, 'node_modules', name);
      mkdirSync(dirname(place), { recursive: true });
      symlinkSync(resolve('node_modules', name), place);
    }
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.project, name), text);
  }

  /** Runs a module of the other project. */
  module(name: string): Finished {
    // Without its background compiler, Node cannot hang at its end (nodejs/node#54918).
    return this.#node(['--no-concurrent-recompilation', name], '');
  }

  #node(args: readonly string[], input: string): Finished {
    const { stdout, stderr, status } = spawnSync(process.execPath, args, {
      cwd: this.project,
      input,
      encoding: 'utf8',
      timeout: 60_000,
    });
    return { output: stdout, complaint: stderr, exitCode: status };
  }

  /** Runs the package's command. */
  command(args: readonly string[], input = '', nodeOptions: readonly string[] = []): Finished {
    return this.#node([...nodeOptions, 'node_modules/minifactory/lib/cli.js', ...args], input);
  }

  /** The TypeScript compiler's messages about a file of the other project; by default it knows the types of browsers. */
  typeCheck(
    file: string,
    module: 'nodenext' | 'esnext',
    moduleResolution: 'nodenext' | 'bundler',
    types: readonly string[] = ['--types', ''],
  ): string {
    const compiler = resolve('node_modules/.bin/tsc');
    const options = ['--noEmit', '--strict', '--jsx', 'react-jsx', '--target', 'es2022', '--module', module];
    const args = [...options, '--moduleResolution', moduleResolution, ...types, file];
    return spawnSync(compiler, args, { cwd: this.project, encoding: 'utf8' }).stdout;
  }

  remove(): void {
    rmSync(this.project, { recursive: true });
  }
}
