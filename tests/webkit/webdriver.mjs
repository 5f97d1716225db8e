// WebKitGTK for the tests: Debian's MiniBrowser on a display of its own, driven over WebDriver.

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** Milliseconds to wait for the browser; the machine may be slow and busy. */
const PATIENCE = 60_000;

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @returns {Promise<number>} a free port */
async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** @returns {Promise<{ process: ChildProcess, display: string }>} a virtual screen */
async function startScreen() {
  const args = ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'];
  const screen = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise((resolve, reject) => {
    screen.once('error', reject);
    screen.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}.`)));
    screen.stdio[3]?.once('data', (data) => resolve(String(data).trim()));
  });
  return { process: screen, display: `:${number}` };
}

export class WebKit {
  #session = '';
  #driver;
  #screen;

  /** @param {string} driver the driver's address @param {ChildProcess[]} processes driver and screen */
  constructor(driver, processes) {
    this.#driver = driver;
    this.#screen = processes;
  }

  static async start() {
    const screen = await startScreen();
    const port = await freePort();
    const environment = { ...process.env, DISPLAY: screen.display, GDK_BACKEND: 'x11' };
    const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
      env: environment,
      stdio: 'ignore',
    });
    const webkit = new WebKit(`http://127.0.0.1:${port}`, [driver, screen.process]);
    try {
      await webkit.#open();
    } catch (error) {
      await webkit.stop();
      throw error;
    }
    return webkit;
  }

  /** The driver's server takes a moment to listen. */
  async #open() {
    const until = Date.now() + PATIENCE;
    for (;;) {
      try {
        await this.#send('GET', '/status');
        break;
      } catch (error) {
        if (Date.now() > until) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
    const { sessionId, capabilities } = /** @type {{ sessionId: string, capabilities: { browserVersion: string } }} */ (
      await this.#send('POST', '/session', { capabilities: { alwaysMatch: { timeouts: { script: PATIENCE } } } })
    );
    this.#session = `/session/${sessionId}`;
    this.version = capabilities.browserVersion;
    await this.#send('POST', `${this.#session}/window/rect`, { x: 0, y: 0, width: 1900, height: 1180 });
  }

  /** @param {string} address */
  async goTo(address) {
    await this.#send('POST', `${this.#session}/url`, { url: address });
  }

  /**
   * Runs a script in the page.
   * @param {string} script the body of a function; may return a promise
   * @param {readonly unknown[]} args its arguments, in `arguments`
   * @returns {Promise<unknown>}
   */
  evaluate(script, ...args) {
    return this.#send('POST', `${this.#session}/execute/sync`, { script, args });
  }

  async stop() {
    // The browser ends with its session, and the driver would leave it behind.
    if (this.#session !== '') await this.#send('DELETE', this.#session).catch(() => {});
    for (const each of this.#screen) each.kill();
  }

  /** @param {string} method @param {string} path @param {unknown} [body] @returns {Promise<unknown>} */
  async #send(method, path, body) {
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(this.#driver + path, { method, ...content });
    const { value } = /** @type {{ value: { message?: string } }} */ (await response.json());
    if (!response.ok) throw new Error(`WebKit: ${value.message}`);
    return value;
  }
}
