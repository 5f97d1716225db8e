/** A release's files in the browser's storage: stores them, finds them, and deletes them when no page needs them. */
import { isNamedByContent, isOfSite, nameOf, PAGE, type Release } from './release';

export interface CopyHost {
  readonly caches: CacheStorage;
  readonly fetch: typeof fetch;
  /** Address of the site's root, with a slash at its end. */
  readonly root: string;
}

export class SiteCopy {
  readonly #host: CopyHost;
  readonly #release: Release;
  readonly #paths: ReadonlySet<string>;

  constructor(host: CopyHost, release: Release) {
    this.#host = host;
    this.#release = release;
    this.#paths = new Set(release.files.map(([path]) => path));
  }

  get #name(): string {
    return nameOf(this.#host.root, this.#release.version);
  }

  /**
   * All or nothing: rejects if a file cannot be loaded or belongs to another release. The next attempt uses the files
   * that arrived. Files are loaded one at a time, because several at once disturb a page that trains. The page itself
   * is last, so a copy that contains it is complete.
   */
  async store(): Promise<void> {
    const cache = await this.#host.caches.open(this.#name);
    const isPage = ([path]: Release['files'][number]) => path === PAGE;
    const { files } = this.#release;
    for (const [path, digest] of [...files.filter((file) => !isPage(file)), ...files.filter(isPage)]) {
      await cache.put(this.#url(path), await this.#get(path, digest));
    }
  }

  /** The path of a file of the site; null for an address outside it. A folder stands for its index.html. */
  pathOf(address: string): string | null {
    const { origin, pathname } = new URL(address);
    const root = new URL(this.#host.root);
    if (origin !== root.origin || !pathname.startsWith(root.pathname)) return null;
    return pathname.slice(root.pathname.length).replace(/(^|\/)$/, `$1${PAGE}`);
  }

  /** A page of another release may still be open and request a file that only its release has. */
  mayHave(path: string): boolean {
    return this.#paths.has(path) || isNamedByContent(path);
  }

  /** Undefined if the storage does not contain it. */
  async find(path: string): Promise<Response | undefined> {
    const cache = await this.#host.caches.open(this.#name);
    return (await cache.match(this.#url(path))) ?? (isNamedByContent(path) ? this.#findAnywhere(path) : undefined);
  }

  /** Deletes the copies of this site's other releases, except those in use. */
  async clearAway(inUse: ReadonlySet<string>): Promise<void> {
    const others = (await this.#names()).filter((name) => name !== this.#name && !inUse.has(name));
    await Promise.all(others.map((name) => this.#host.caches.delete(name)));
  }

  async #get(path: string, digest: string): Promise<Response> {
    const known = isNamedByContent(path) ? await this.#findAnywhere(path) : undefined;
    if (known !== undefined) return known;
    const response = await this.#host.fetch(this.#url(path), { cache: 'no-cache', integrity: digest, priority: 'low' });
    if (!response.ok) throw new Error(`${path}: the server answered ${response.status}.`);
    return plain(response);
  }

  async #findAnywhere(path: string): Promise<Response | undefined> {
    for (const name of await this.#names()) {
      const cache = await this.#host.caches.open(name);
      const found = await cache.match(this.#url(path));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  async #names(): Promise<readonly string[]> {
    return (await this.#host.caches.keys()).filter((name) => isOfSite(this.#host.root, name));
  }

  #url(path: string): string {
    return new URL(path, this.#host.root).href;
  }
}

/**
 * The response in a form that can be stored and reused: `Vary` is removed, because it does not apply to this copy, and
 * so is the mark of a redirection, which browsers reject in a page.
 */
function plain(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.delete('Vary');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
