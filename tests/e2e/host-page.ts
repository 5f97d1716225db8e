/** Pages of another origin that frame an embed, or hold an element, as a course's own server has them. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base } from './minifactory';

export interface Host {
  readonly origin: string;
  /** The address of a page with this body. */
  page(body: string): string;
}

export const test = base.extend<{ host: Host }>({
  host: async ({ watch }, use) => {
    const bodies: string[] = [];
    const server = createServer((request, response) => {
      const body = bodies[Number(request.url?.slice(1))];
      response.writeHead(body === undefined ? 204 : 200, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(`<!doctype html><html lang="en"><title>A course</title>${body ?? ''}`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    watch.expect(`a request to ${origin}`);
    await use({ origin, page: (body) => `${origin}/${bodies.push(body) - 1}` });
    await new Promise((resolve) => server.close(resolve));
  },
});
