/** The answer of a command to its arguments, and how it is printed. */
import { setTimeout } from 'node:timers/promises';

/** How long `settled` waits. */
const MILLISECONDS = 100;

export interface Answer {
  /** For standard output and standard error. */
  readonly output: string;
  readonly complaint: string;
  /** 0: done; 1: failed; 2: the arguments or the recipe are invalid. */
  readonly exitCode: 0 | 1 | 2;
}

/** Invalid arguments or an invalid recipe; the message is for the person who gave them. */
export class InputError extends Error {}

/** An answer that prints a text. */
export function printed(output: string): Answer {
  return { output, complaint: '', exitCode: 0 };
}

/** The answer; an error becomes a complaint. */
export async function answered(answer: () => Promise<Answer>): Promise<Answer> {
  try {
    return await answer();
  } catch (error) {
    const isInput = error instanceof InputError;
    const complaint = `${error instanceof Error ? error.message : String(error)}\n`;
    return { output: '', complaint, exitCode: isInput ? 2 : 1 };
  }
}

/** Ends the process with a command's answer. */
export async function respond({ output, complaint, exitCode }: Answer): Promise<void> {
  // A reader that stops early, such as `head`, is not a failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  process.stdout.write(output);
  process.stderr.write(complaint);
  process.exitCode = exitCode;
  await settled();
}

/**
 * A command awaits this last. Node may hang at its very end (nodejs/node#54918, one time in twenty on a busy machine):
 * with nothing left to do, it waits for V8's background compiler, which may wait for the main thread to collect
 * garbage. While a timer is pending, the main thread still answers, and the compiler can finish.
 */
export async function settled(): Promise<void> {
  await setTimeout(MILLISECONDS);
}
