/** Pages of another origin that frame an embed or contain an element, as on a course's own server. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export class PageServer {
  readonly #server: Server;
  readonly #bodies: string[] = [];

  private constructor() {
    this.#server = createServer((request, response) => {
      const body = this.#bodies[Number(request.url?.slice(1))];
      response.writeHead(body === undefined ? 204 : 200, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(`<!doctype html><html lang="en"><title>A course</title>${body ?? ''}`);
    });
  }

  static async start(): Promise<PageServer> {
    const host = new PageServer();
    await new Promise<void>((resolve) => host.#server.listen(0, '127.0.0.1', resolve));
    return host;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The address of a page with this body. */
  page(body: string): string {
    return `${this.origin}/${this.#bodies.push(body) - 1}`;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
