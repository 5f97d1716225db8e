/**
 * Gives each client of a worker a host of its own: the page that started the worker and every port that page sends, or
 * the frames that connect to a shared worker.
 */
import type { Outbox } from './server';

interface Host {
  receive(message: unknown): void;
  close(): void;
}

type Scope = Outbox & Pick<EventTarget, 'addEventListener'>;

/** What is needed of a `SharedWorkerGlobalScope`. */
export interface FrameScope extends Pick<EventTarget, 'addEventListener'> {
  close(): void;
}

export function servePorts(scope: Scope, newHost: (outbox: Outbox) => Host): void {
  const host = newHost(scope);
  scope.addEventListener('message', (event) => {
    const { data, ports } = event as MessageEvent<unknown>;
    const [port] = ports;
    if (isOfKind(data, 'connect') && port !== undefined) serve(port, newHost(port));
    else host.receive(data);
  });
}

/** Serves every frame that connects. If one of them finds this worker unusable, it ends for all of them. */
export function serveFrames(scope: FrameScope, newHost: (outbox: Outbox) => Host): void {
  const ports = new Set<MessagePort>();
  scope.addEventListener('connect', (event) => {
    const [port] = (event as MessageEvent<unknown>).ports;
    if (port === undefined) return;
    ports.add(port);
    serve(port, newHost(port), {
      left: () => ports.delete(port),
      ended: () => {
        const fault = { kind: 'fault', code: 'WORKER_DIED', sentence: 'another run in it has ended it' };
        for (const other of ports) if (other !== port) other.postMessage(fault);
        scope.close();
      },
    });
  });
}

function serve(port: MessagePort, host: Host, outlets?: { left(): void; ended(): void }): void {
  const leave = () => {
    host.close();
    port.close();
    outlets?.left();
  };
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isOfKind(data, 'disconnect')) leave();
    else if (isOfKind(data, 'end')) outlets?.ended();
    else host.receive(data);
  };
  // A frame that was removed says nothing; browsers without this event keep its run until the worker ends.
  port.addEventListener('close', leave);
}

function isOfKind(message: unknown, kind: string): boolean {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === kind;
}
