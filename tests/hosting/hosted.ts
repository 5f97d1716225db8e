/** A test whose page is on its own server, and may be stored by the browser. */
import { test } from '../e2e/minifactory';

export interface SiteServer {
  /** The address of the site, with a slash at its end; known when it is started. */
  readonly url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function hostedTest<Server extends SiteServer>(make: () => Server) {
  return test.extend<{ server: Server }>({
    serviceWorkers: 'allow',
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are needed.
    server: async ({}, use) => {
      const server = make();
      await server.start();
      await use(server);
      await server.stop();
    },
    baseURL: ({ server }, use) => use(server.url),
  });
}
