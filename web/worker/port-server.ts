/**
 * Gives each client of a worker a host of its own: the page that started the worker, and every port that page sends.
 */
import type { Outbox } from './server';

interface Host {
  receive(message: unknown): void;
  close(): void;
}

type Scope = Outbox & Pick<EventTarget, 'addEventListener'>;

export function servePorts(scope: Scope, newHost: (outbox: Outbox) => Host): void {
  const host = newHost(scope);
  scope.addEventListener('message', (event) => {
    const { data, ports } = event as MessageEvent<unknown>;
    const [port] = ports;
    if (isOfKind(data, 'connect') && port !== undefined) serve(port, newHost(port));
    else host.receive(data);
  });
}

function serve(port: MessagePort, host: Host): void {
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (!isOfKind(data, 'disconnect')) {
      host.receive(data);
      return;
    }
    host.close();
    port.close();
  };
}

function isOfKind(message: unknown, kind: string): boolean {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === kind;
}
