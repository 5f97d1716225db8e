/** The host's end of the connection to one embed: requests out, replies and news in. */
import { EMBED, HOST, type News, type RequestId, VERSION } from '../frame/messages';
import type { Request } from '../frame/read-request';

/** The origin of a sandbox; messages cannot be addressed to it by name. */
const OPAQUE = 'null';

/** Milliseconds: an embed on a slow connection still has to load its engine. */
const PATIENCE = 30_000;

type Unsent<Each> = Each extends Request ? Omit<Each, 'source' | 'version' | 'id'> : never;

export interface LineOptions {
  /** The embed's window, and its origin; `null` in a sandbox without allow-same-origin. */
  readonly target: { postMessage(message: Request, targetOrigin: string): void };
  readonly origin: string;
  /** Called at each message of the embed, before it is handled. */
  readonly heard: () => void;
  readonly timers: {
    readonly set: (act: () => void, milliseconds: number) => number;
    readonly clear: (id: number) => void;
  };
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly timer: number;
}

interface Heard {
  readonly type: string;
  readonly [field: string]: unknown;
}

export class FrameLine {
  readonly #options: LineOptions;
  readonly #pending = new Map<RequestId, Pending>();
  readonly #listeners = new Map<News, Set<(detail: unknown) => void>>();
  /** Another script may talk to the same embed and receives the replies to this one, too. */
  readonly #name = Math.random().toString(36).slice(2);
  #lastId = 0;
  #isOpen = true;

  constructor(options: LineOptions) {
    this.#options = options;
  }

  /** Resolves with the reply's value; rejects with the embed's sentence, or if no reply comes. */
  ask(request: Unsent<Request>): Promise<unknown> {
    if (!this.#isOpen) return Promise.reject(new Error('This embed was disconnected.'));
    this.#lastId += 1;
    const id = `${this.#name}-${this.#lastId}`;
    return new Promise((resolve, reject) => {
      const timer = this.#options.timers.set(() => this.#settle(id)?.reject(unanswered(request.type)), PATIENCE);
      this.#pending.set(id, { resolve, reject, timer });
      const { target, origin } = this.#options;
      target.postMessage(
        { source: HOST, version: VERSION, id, ...request } as Request,
        origin === OPAQUE ? '*' : origin,
      );
    });
  }

  /** Returns a function that stops listening. */
  on(type: News, listener: (detail: unknown) => void): () => void {
    const listeners = this.#listeners.get(type) ?? new Set();
    this.#listeners.set(type, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  /** Handles a message from any window. */
  receive({ data, origin, source }: Pick<MessageEvent, 'data' | 'origin' | 'source'>): void {
    const { target, origin: expected } = this.#options;
    if (!this.#isOpen || source !== (target as unknown) || origin !== expected || !isFromEmbed(data)) return;
    this.#options.heard();
    if (data.type !== 'reply') {
      for (const listener of this.#listeners.get(data.type as News) ?? []) listener(data.detail);
      return;
    }
    const pending = this.#settle(data.id as RequestId);
    if (data.ok === true) pending?.resolve(data.value);
    else pending?.reject(new Error(String(data.sentence)));
  }

  close(): void {
    this.#isOpen = false;
    for (const id of [...this.#pending.keys()]) this.#settle(id)?.reject(new Error('The embed was disconnected.'));
  }

  #settle(id: RequestId): Pending | undefined {
    const pending = this.#pending.get(id);
    if (pending !== undefined) this.#options.timers.clear(pending.timer);
    this.#pending.delete(id);
    return pending;
  }
}

/** Whether it is a message of an embed that speaks this version. */
export function isFromEmbed(data: unknown): data is Heard {
  if (typeof data !== 'object' || data === null) return false;
  const { source, version, type } = { source: null, version: null, type: null, ...data };
  return source === EMBED && version === VERSION && typeof type === 'string';
}

function unanswered(type: string): Error {
  return new Error(
    `The embed has not answered “${type}” within ${PATIENCE / 1000} seconds. Check that the frame shows embed.html.`,
  );
}
