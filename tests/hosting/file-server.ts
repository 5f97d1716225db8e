/**
 * A plain file server that can be stopped, restarted at the same address, and given other files and unusual behaviour.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { SiteServer } from './hosted';
import { SUB_PATH } from './served.mjs';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

export interface Manners {
  readonly headers?: Readonly<Record<string, string>>;
  /** By extension, instead of the usual types. */
  readonly types?: Readonly<Record<string, string>>;
  /** In pieces of this many bytes, one in each turn of the event loop, without a length header. */
  readonly pieces?: number;
  /** Addresses that answer 404 although the files exist. */
  readonly missing?: RegExp;
  /** Changes the content of a file, which it gets with its path in the folder. */
  readonly change?: (content: Buffer, path: string) => Buffer;
}

export class FileServer implements SiteServer {
  folder: string;
  manners: Manners;
  #server: Server | null = null;
  #port = 0;

  constructor(folder: string, manners: Manners = {}) {
    this.folder = folder;
    this.manners = manners;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/${SUB_PATH}/`;
  }

  /** At any free port first, at the same one later. */
  async start(): Promise<void> {
    const server = createServer((request, response) => void this.#answer(request.url ?? '', response));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  async #answer(address: string, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(address, this.url);
    const { missing, headers = {}, types = {}, pieces, change = (found: Buffer) => found } = this.manners;
    const root = `/${SUB_PATH}/`;
    const path = pathname.slice(root.length).replace(/(^|\/)$/, '$1index.html');
    const isIn = pathname.startsWith(root) && !path.split('/').includes('..') && missing?.test(pathname) !== true;
    const found = isIn ? await readFile(join(this.folder, path)).catch(() => null) : null;
    if (found === null) {
      response.writeHead(404, headers).end();
      return;
    }
    const content = change(found, path);
    const type = types[extname(path)] ?? TYPES[extname(path)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, ...headers });
    if (pieces !== undefined) await trickle(response, content, pieces);
    response.end(pieces === undefined ? content : undefined);
  }
}

async function trickle(response: ServerResponse, content: Buffer, pieces: number): Promise<void> {
  for (let start = 0; start < content.length; start += pieces) {
    response.write(content.subarray(start, start + pieces));
    await new Promise(setImmediate);
  }
}
