/** Common file servers in their default configuration, each serving a folder at a free port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findProgram } from '../../scripts/lib/find.mjs';
import type { SiteServer } from './hosted';
import { SERVED, SUB_PATH } from './served.mjs';

export interface Program {
  readonly name: string;
  /** The command; `scratch` is its own folder. */
  readonly command: (port: number, folder: string, scratch: string) => readonly string[];
}

const python: Program = {
  name: 'python3 -m http.server',
  command: (port, folder) => ['python3', '-m', 'http.server', `${port}`, '--bind', '127.0.0.1', '--directory', folder],
};

const busybox: Program = {
  name: 'busybox httpd',
  command: (port, folder) => ['busybox', 'httpd', '-f', '-p', `127.0.0.1:${port}`, '-h', folder],
};

const nginx: Program = {
  name: 'nginx',
  command: (port, folder, scratch) => {
    const configuration = join(scratch, 'nginx.conf');
    writeFileSync(configuration, nginxConfiguration(port, folder));
    const program = findProgram(['nginx']) ?? 'nginx';
    return [program, '-e', 'stderr', '-p', scratch, '-c', configuration];
  },
};

export const PROGRAMS: readonly Program[] = [python, nginx, busybox];

/** One process without privileges, compressing as Debian's own configuration does. Paths are relative to `-p`. */
function nginxConfiguration(port: number, folder: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${name};`);
  return `
    daemon off;
    master_process off;
    pid nginx.pid;
    error_log stderr;
    events {}
    http {
      include /etc/nginx/mime.types;
      access_log off;
      ${temporary.join('\n')}
      gzip on;
      gzip_vary on;
      gzip_types application/javascript text/css application/wasm;
      server {
        listen 127.0.0.1:${port};
        root "${folder}";
      }
    }`;
}

export class ProgramServer implements SiteServer {
  readonly #program: Program;
  readonly #scratch = mkdtempSync(join(tmpdir(), 'minifactory-server-'));
  #process: ChildProcess | null = null;
  #origin = '';

  constructor(program: Program) {
    this.#program = program;
  }

  get url(): string {
    return `${this.#origin}/${SUB_PATH}/`;
  }

  /** Resolves when it answers; rejects with its output if it ends before. */
  async start(): Promise<void> {
    const port = await freePort();
    const [program = '', ...args] = this.#program.command(port, SERVED, this.#scratch);
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    this.#process = child;
    this.#origin = `http://127.0.0.1:${port}`;
    let complaint = '';
    child.stderr.on('data', (chunk) => {
      complaint += chunk;
    });
    child.on('error', (error) => {
      complaint += error.message;
    });
    while (!(await answers(this.url))) {
      const hasEnded = child.exitCode !== null || child.pid === undefined;
      if (hasEnded) throw new Error(`${this.#program.name} did not start: ${complaint}`);
      await pause(50);
    }
  }

  async stop(): Promise<void> {
    const child = this.#process;
    if (child !== null && child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
    }
    rmSync(this.#scratch, { recursive: true });
  }
}

const answers = (origin: string): Promise<boolean> =>
  fetch(origin).then(
    () => true,
    () => false,
  );

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
