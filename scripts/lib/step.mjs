// Prints one line for each step: what is being done, for how long, and how it ended.

import { CommandError } from './command.mjs';

/** Only terminals can redraw a line; logs get plain lines. */
const live = Boolean(process.stdout.isTTY) && !process.env.CI;
const REDRAW_MS = 200;

/** A step that failed, with advice for the reader. */
export class StepError extends Error {
  /** @param {string} message @param {string} advice */
  constructor(message, advice) {
    super(message);
    this.advice = advice;
  }
}

/** @param {number} since milliseconds, of performance.now() */
export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** @param {string} text */
function redraw(text) {
  process.stdout.write(`\r\u001b[2K${text.slice(0, (process.stdout.columns ?? 80) - 1)}`);
}

/** The text after the title: a word on the outcome, or the counts of a test suite. @param {unknown} result */
function remark(result) {
  if (typeof result === 'string') return `${result}  `;
  if (isOutcome(result) && result.remark) return `${result.remark}  `;
  if (isOutcome(result)) return `${result.passed} passed, ${result.failed} failed  `;
  return '';
}

/** @param {unknown} result @returns {result is { passed: number, failed: number, remark?: string }} */
function isOutcome(result) {
  return typeof result === 'object' && result !== null && 'passed' in result && 'failed' in result;
}

/**
 * Runs one step and prints its line. `work` may report progress through `note`. Its result is shown after the title
 * if it is a word or the counts of a test suite.
 * @template Result
 * @param {string} title
 * @param {(note: (line: string) => void) => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function step(title, work) {
  const start = performance.now();
  let latest = '';
  const draw = () => redraw(`… ${title}  ${seconds(start)}  ${latest}`);
  const timer = live ? setInterval(draw, REDRAW_MS) : undefined;
  if (!live) console.log(`… ${title}`);
  try {
    const result = await work((line) => {
      latest = line;
    });
    clearInterval(timer);
    if (live) redraw('');
    const mark = isOutcome(result) && result.failed > 0 ? '✗' : '✓';
    console.log(`${mark} ${title}  ${remark(result)}${seconds(start)}`);
    return result;
  } catch (error) {
    clearInterval(timer);
    if (live) redraw('');
    console.log(`✗ ${title}  ${seconds(start)}`);
    throw error;
  }
}

/** Prints why a step failed and what to do. @param {unknown} error */
export function explain(error) {
  if (error instanceof CommandError) {
    console.error(`\n${error.tail}\n\n${error.message} All output: build/last-run.log`);
    if (error.advice) console.error(error.advice);
  } else if (error instanceof StepError) {
    console.error(`\n${error.message}\n${error.advice}`);
  } else {
    console.error(error);
  }
}

/** Runs a command's main function; prints a failure and sets the exit code. @param {() => Promise<void>} main */
export async function command(main) {
  try {
    await main();
  } catch (error) {
    explain(error);
    process.exitCode = 1;
  }
}
