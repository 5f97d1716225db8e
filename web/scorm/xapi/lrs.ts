/** Requests to a learning record store. Source: xAPI 1.0.3, part 3, “Communication”. */
import type { Launch } from './launch';
import type { Statement } from './statements';

export const XAPI_VERSION = '1.0.3';

/** A record store that was given access to. Every failed request throws an Error with a sentence. */
export class Lrs {
  readonly #launch: Launch;
  readonly #authorization: string;

  private constructor(launch: Launch, authorization: string) {
    this.#launch = launch;
    this.#authorization = authorization;
  }

  /** Error: the platform refused; a cmi5 platform gives its key only once for each launch. */
  static async open(launch: Launch): Promise<Lrs> {
    if ('auth' in launch.access) return new Lrs(launch, launch.access.auth);
    const response = await reach(launch.access.fetch, { method: 'POST' });
    const reply: unknown = response.ok ? await response.json() : null;
    const token = (reply as { 'auth-token'?: unknown } | null)?.['auth-token'];
    if (typeof token !== 'string')
      throw new Error('The learning platform did not give access. Open the page anew from there.');
    return new Lrs(launch, `Basic ${token}`);
  }

  /** Sends also while the page is closed. */
  async send(statements: readonly Statement[]): Promise<void> {
    await this.#request('statements', 'POST', { body: JSON.stringify(statements), keepalive: true });
  }

  /** A document of this learner, activity and registration, parsed; null if there is none. */
  async document(stateId: string): Promise<unknown> {
    return this.#read(`activities/state?${this.#place(stateId)}`);
  }

  async keep(stateId: string, document: unknown): Promise<void> {
    await this.#request(`activities/state?${this.#place(stateId)}`, 'PUT', { body: JSON.stringify(document) });
  }

  /** A document about the learner; null if there is none. */
  async profile(profileId: string): Promise<unknown> {
    const place = new URLSearchParams({ profileId, agent: JSON.stringify(this.#launch.actor) });
    return this.#read(`agents/profile?${place}`);
  }

  #place(stateId: string): URLSearchParams {
    const { activityId, actor, registration } = this.#launch;
    const place = new URLSearchParams({ stateId, activityId, agent: JSON.stringify(actor) });
    if (registration !== null) place.set('registration', registration);
    return place;
  }

  async #read(path: string): Promise<unknown> {
    const response = await this.#request(path, 'GET', {});
    return response.status === 200 ? ((await response.json()) as unknown) : null;
  }

  async #request(path: string, method: string, more: RequestInit): Promise<Response> {
    const headers: Record<string, string> = {
      Authorization: this.#authorization,
      'X-Experience-API-Version': XAPI_VERSION,
    };
    if (more.body !== undefined) headers['Content-Type'] = 'application/json';
    const response = await reach(this.#launch.endpoint + path, { method, headers, ...more });
    if (response.ok || (method === 'GET' && response.status === 404)) return response;
    throw new Error(
      `The learning platform answered “${response.status} ${response.statusText}” to ${method} ${path.replace(/\?.*/, '')}.`,
    );
  }
}

/** Error: there is no answer at all, which browsers describe only in their console. */
async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch {
    throw new Error(`The learning platform’s record store at ${new URL(address).origin} could not be reached.`);
  }
}
