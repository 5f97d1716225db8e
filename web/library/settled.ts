import { setTimeout } from 'node:timers/promises';

const MILLISECONDS = 100;

/**
 * To be awaited last by a command. Node may hang at its very end (nodejs/node#54918, one time in twenty on a busy
 * machine): with nothing left to do it waits for V8's background compiler, which may in turn be waiting for the main
 * thread to collect garbage. While a timer is pending the main thread still answers, and the compiler comes to its end.
 */
export async function settled(): Promise<void> {
  await setTimeout(MILLISECONDS);
}
