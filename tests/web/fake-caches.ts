/** A fake cache storage, and a server to fill it from. */

class FakeCache {
  readonly held = new Map<string, Response>();

  async put(address: string, response: Response): Promise<void> {
    if (response.headers.get('Vary') === '*') throw new TypeError('Vary: *');
    this.held.set(address, new Response(await response.arrayBuffer(), { headers: response.headers }));
  }

  async match(address: string): Promise<Response | undefined> {
    return this.held.get(address)?.clone();
  }
}

export class FakeCaches {
  readonly #caches = new Map<string, FakeCache>();

  async open(name: string): Promise<FakeCache> {
    const cache = this.#caches.get(name) ?? new FakeCache();
    this.#caches.set(name, cache);
    return cache;
  }

  async keys(): Promise<string[]> {
    return [...this.#caches.keys()];
  }

  async delete(name: string): Promise<boolean> {
    return this.#caches.delete(name);
  }
}

export class FakeServer {
  readonly files: Map<string, string>;
  readonly asked: string[] = [];
  readonly options: (RequestInit | undefined)[] = [];

  constructor(files: Readonly<Record<string, string>>) {
    this.files = new Map(Object.entries(files));
  }

  readonly fetch = async (address: string | URL | Request, options?: RequestInit): Promise<Response> => {
    const path = String(address);
    this.asked.push(path);
    this.options.push(options);
    const text = this.files.get(path);
    return new Response(text ?? 'Not found', { status: text === undefined ? 404 : 200, headers: { Vary: '*' } });
  };
}
