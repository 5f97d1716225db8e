/** The worker's side of the protocol: every call gets exactly one reply. */
import { EngineError } from '../engine/engine-error';
import { isCallName, readArguments } from './arguments';
import type { CallMessage, CallName, Calls, Message, Snapshot } from './protocol';
import { transferables } from './transfer';

/** Answers one call; only the first answer counts. */
export interface Answer<Name extends CallName> {
  done(reply: Calls[Name]['reply']): void;
  failed(error: unknown): void;
}

/**
 * What each call does. A handler answers now or later, or throws. While a promise it returned is pending, later calls
 * wait.
 */
export type Handlers = {
  readonly [Name in CallName]: (args: Calls[Name]['args'], answer: Answer<Name>) => Promise<void> | void;
};

/** What a worker's global scope and a MessagePort have in common. */
export interface Outbox {
  postMessage(message: Message, transfer: ArrayBuffer[]): void;
}

export class Server {
  readonly #outbox: Outbox;
  readonly #handlers: Handlers;
  readonly #acknowledge: (runId: number) => void;
  #earlierCalls: Promise<void> = Promise.resolve();

  constructor(outbox: Outbox, handlers: Handlers, acknowledge: (runId: number) => void) {
    this.#outbox = outbox;
    this.#handlers = handlers;
    this.#acknowledge = acknowledge;
    this.#post({ kind: 'ready' });
  }

  /** Handles any message of the page; answers what is not a `Request` with a fault. */
  receive(message: unknown): void {
    const request: Readonly<Record<string, unknown>> = Object(message);
    if (request.kind === 'ping') this.#post({ kind: 'pong' });
    else if (request.kind === 'acknowledge' && typeof request.runId === 'number') this.#acknowledge(request.runId);
    else if (request.kind === 'call' && typeof request.id === 'number') this.#queue(request.id, request);
    else this.fault(new EngineError('UNKNOWN_MESSAGE', 'The training worker received an unknown message.'));
  }

  report(snapshot: Snapshot): void {
    this.#post({ kind: 'report', snapshot });
  }

  /** The worker can no longer be used: training failed, or the engine crashed. */
  fault(error: unknown): void {
    this.#post({ kind: 'fault', ...explained(error) });
  }

  #queue(id: number, { call, args }: { readonly call?: unknown; readonly args?: unknown }): void {
    this.#earlierCalls = this.#earlierCalls.then(() => this.#handle(id, call, args));
  }

  /** Never rejects: later calls must not fail with it. */
  async #handle(id: number, name: unknown, args: unknown): Promise<void> {
    const answer = this.#answer(id);
    try {
      if (!isCallName(name))
        throw new EngineError('UNKNOWN_CALL', `The training worker has no call “${String(name)}”.`);
      await this.#dispatch({ kind: 'call', id, call: name, args: readArguments(name, args) }, answer);
    } catch (error) {
      answer.failed(error);
    }
  }

  #dispatch<Name extends CallName>(call: CallMessage<Name>, answer: Answer<Name>): Promise<void> | void {
    return this.#handlers[call.call](call.args, answer);
  }

  #answer(id: number): Answer<CallName> {
    let isAnswered = false;
    const once = (message: Message) => {
      if (isAnswered) return;
      this.#post(message);
      isAnswered = true;
    };
    return {
      done: (result) => once({ kind: 'reply', id, result }),
      failed: (error) => {
        once({ kind: 'failure', id, ...explained(error) });
        if (error instanceof EngineError && error.code === 'ENGINE_FAILED') this.fault(error);
      },
    };
  }

  #post(message: Message): void {
    this.#outbox.postMessage(message, transferables(message));
  }
}

function explained(error: unknown): { code: string; sentence: string } {
  if (error instanceof EngineError) return { code: error.code, sentence: error.message };
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'INTERNAL', sentence: `An error occurred in the training worker: ${reason}` };
}
