// Runs other programs. Their output goes to a log file; the last line is shown as progress.

import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LOG = join(ROOT, 'build/last-run.log');
const TAIL_LINES = 100;

let logIsNew = true;

/** @param {Buffer | string} text */
function log(text) {
  mkdirSync(dirname(LOG), { recursive: true });
  if (logIsNew) writeFileSync(LOG, text);
  else appendFileSync(LOG, text);
  logIsNew = false;
}

/** A program that failed; `tail` is the end of its output, `advice` what the reader can do. */
export class CommandError extends Error {
  /** @param {string} command @param {number | null} code @param {string} output @param {string} [advice] */
  constructor(command, code, output, advice = '') {
    super(`\`${command}\` ended with ${code ?? 'a signal'}.`);
    this.tail = output.trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
    this.advice = advice;
  }
}

/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, note?: (line: string) => void }} RunOptions */

/**
 * Runs a program to its end and resolves in any case.
 * @param {string} program @param {readonly string[]} args @param {RunOptions} [options]
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function attempt(program, args, { cwd = ROOT, env = process.env, note } = {}) {
  log(`\n$ ${[program, ...args].join(' ')}\n`);
  return new Promise((resolve) => {
    // No colour codes, because the output ends up in logs.
    const child = spawn(program, args, { cwd, env: { ...env, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    /** @param {Buffer | string} chunk */
    const take = (chunk) => {
      output += chunk;
      log(chunk);
      const line = String(chunk).trimEnd().split('\n').at(-1);
      if (line) note?.(line);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => take(`${error.message}\n`));
    child.on('close', (code) => resolve({ code, output }));
  });
}

/**
 * Runs a program to its end and resolves to its output; rejects with a CommandError if it fails.
 * @param {string} program @param {readonly string[]} args @param {RunOptions & { advice?: string }} [options]
 * @returns {Promise<string>}
 */
export async function run(program, args, { advice, ...options } = {}) {
  const { code, output } = await attempt(program, args, options);
  if (code !== 0) throw new CommandError([program, ...args].join(' '), code, output, advice);
  return output;
}

/**
 * Hands the terminal to a program and resolves to its exit code.
 * @param {string} program @param {readonly string[]} args @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function handOver(program, args, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, env, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Path of a tool that npm installed in this project. @param {string} name */
export function tool(name) {
  return join(ROOT, 'node_modules/.bin', name);
}
