/** The package from `npm pack`, unpacked as in another project. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

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
    // Its only dependency, without a registry.
    symlinkSync(resolve('node_modules/valibot'), join(this.project, 'node_modules/valibot'));
    this.write('package.json', '{ "type": "module" }');
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
  command(args: readonly string[], input = ''): Finished {
    return this.#node(['node_modules/minifactory/lib/cli.js', ...args], input);
  }

  /** The TypeScript compiler's messages about a file of the other project. */
  typeCheck(file: string, module: 'nodenext' | 'esnext', moduleResolution: 'nodenext' | 'bundler'): string {
    const compiler = resolve('node_modules/.bin/tsc');
    const options = ['--noEmit', '--strict', '--target', 'es2022', '--types', '', '--module', module];
    const args = [...options, '--moduleResolution', moduleResolution, file];
    return spawnSync(compiler, args, { cwd: this.project, encoding: 'utf8' }).stdout;
  }

  remove(): void {
    rmSync(this.project, { recursive: true });
  }
}
