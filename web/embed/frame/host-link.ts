/**
 * The embed's end of the connection to the page that frames it. It answers its parent window only. If the author pinned
 * the host's origin, messages go to that origin, and no other is answered. Without a pin, any page may frame the embed
 * and receives its news and its height: the progress of the run and its metrics, reached goals, answered questions, and
 * failures. Recipes, weights and states are sent in replies only, to the origin that asked.
 */
import { done, type FromEmbed, type LtiFrameResize, type News, news, type Reply, refusal, resize } from './messages';
import { type Request, readRequest } from './read-request';

/** The origin of a sandbox or a file; messages cannot be addressed to it by name. */
const OPAQUE = 'null';
const ANYONE = '*';

/** What is needed of a window to post to it. */
export interface Recipient {
  postMessage(message: FromEmbed | LtiFrameResize, targetOrigin: string): void;
}

export interface HostLinkOptions {
  readonly parent: Recipient;
  /** The only origin to talk to; null for any. */
  readonly pin: string | null;
  /** Executes a request of the host. Its result is the value of the reply. */
  readonly execute: (request: Request) => Promise<unknown>;
  readonly warn: (sentence: string) => void;
}

export class HostLink {
  readonly #options: HostLinkOptions;
  readonly #refusedOrigins = new Set<string>();

  constructor(options: HostLinkOptions) {
    this.#options = options;
  }

  tell(type: News, detail: unknown): void {
    this.#post(news(type, detail));
  }

  /** Asks for a frame of this height in CSS pixels, in the formats of both kinds of host. */
  askForHeight(height: number): void {
    this.#post(resize(height));
    this.#post({ subject: 'lti.frameResize', height });
  }

  /** Handles a message from any window. Resolves once it is answered. */
  async receive({ data, origin, source }: Pick<MessageEvent, 'data' | 'origin' | 'source'>): Promise<void> {
    const { parent, pin, warn } = this.#options;
    if (source !== (parent as unknown)) return;
    const received = readRequest(data);
    if (received.kind === 'foreign') return;
    if (pin !== null && origin !== pin) {
      this.#warnOnce(origin, pin);
      return;
    }
    if (received.kind === 'request') {
      const { request } = received;
      this.#reply(await this.#outcome(request), origin);
      return;
    }
    warn(received.sentence);
    if (received.id !== null) this.#reply(refusal(received.id, received.sentence), origin);
  }

  async #outcome(request: Request): Promise<Reply> {
    try {
      return done(request.id, await this.#options.execute(request));
    } catch (error) {
      return refusal(request.id, error instanceof Error ? error.message : String(error));
    }
  }

  #reply(reply: Reply, origin: string): void {
    this.#options.parent.postMessage(reply, origin === OPAQUE ? ANYONE : origin);
  }

  #post(message: FromEmbed | LtiFrameResize): void {
    this.#options.parent.postMessage(message, this.#options.pin ?? ANYONE);
  }

  /** Warns only once, because a page that keeps asking would flood the console. */
  #warnOnce(origin: string, pin: string): void {
    if (this.#refusedOrigins.has(origin)) return;
    this.#refusedOrigins.add(origin);
    this.#options.warn(`A message from ${origin} was refused: the host-origin of this embed is ${pin}.`);
  }
}
