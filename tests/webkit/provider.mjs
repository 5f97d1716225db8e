// Lets Vitest run browser tests in WebKitGTK.

import { playwright } from '@vitest/browser-playwright';
import { WebKit } from './webdriver.mjs';

/** @returns {import('vitest/node').BrowserProviderOption} */
export function webkit() {
  return {
    name: 'webkitgtk',
    options: {},
    // The server is the same for all browsers.
    serverFactory: playwright().serverFactory,
    providerFactory() {
      /** @type {Promise<WebKit> | null} */
      let browser = null;
      return {
        name: 'webkitgtk',
        supportsParallelism: false,
        getCommandsContext: () => ({}),
        async openPage(_, url) {
          browser ??= WebKit.start();
          await (await browser).goTo(url);
        },
        async close() {
          await (await browser)?.stop();
          browser = null;
        },
      };
    },
  };
}
