/** Tests of embeds use a second server of another origin. */
import { PageServer } from '../hosting/page-server';
import { test as base } from './minifactory';

export const test = base.extend<{ host: PageServer }>({
  host: async ({ watch }, use) => {
    const host = await PageServer.start();
    watch.expect(`a request to ${host.origin}`);
    await use(host);
    await host.stop();
  },
});
