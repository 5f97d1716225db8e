/** The engine compiled for this machine, behind the same calls as the WebAssembly one. For Node. */
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Caller } from '../../web/engine/core-calls';
import { Engine } from '../../web/engine/engine';
import { EngineError } from '../../web/engine/engine-error';
import { fromJson, toJson } from './native-json';

const BRIDGE = fileURLToPath(new URL('../../build/native/native_bridge', import.meta.url));

/** A program and its arguments; the last one is the bridge. */
type Command = readonly [program: string, ...args: string[]];

type Answer = { result: unknown } | { code: string; sentence: string };

/** Two named pipes to the bridge, with blocking reads and writes, because the engine's calls are synchronous. */
interface Pipes {
  readonly requests: number;
  readonly answers: number;
}

function startBridge([program, ...args]: Command): Pipes {
  const folder = mkdtempSync(join(tmpdir(), 'minifactory-'));
  const [requestPipe, answerPipe] = [join(folder, 'requests'), join(folder, 'answers')];
  execFileSync('mkfifo', [requestPipe, answerPipe]);
  // Opening one end of a pipe blocks until the other is open; opening for reading and writing does not, and stands in
  // for it.
  const standIns = [openSync(requestPipe, 'r+'), openSync(answerPipe, 'r+')];
  const pipes = { requests: openSync(requestPipe, 'w'), answers: openSync(answerPipe, 'r') };
  const bridgeEnds = [openSync(requestPipe, 'r'), openSync(answerPipe, 'w')] as const;
  // Without this, memory that glibc keeps for its thread after it is freed would count as in use.
  const env = { ...process.env, GLIBC_TUNABLES: 'glibc.malloc.tcache_count=0' };
  spawn(program, args, { stdio: [...bridgeEnds, 'inherit'], env }).unref();
  // From here on only the bridge keeps its ends open, so that this side notices when it ends; and when this process
  // ends, the bridge sees the end of its input and ends, too.
  for (const end of [...standIns, ...bridgeEnds]) closeSync(end);
  rmSync(folder, { recursive: true });
  return pipes;
}

/** Reads up to the next line break, which is always the last character: the bridge only answers. */
function readLine(file: number): string {
  const chunk = Buffer.alloc(1 << 16);
  const parts: Buffer[] = [];
  for (;;) {
    const size = readSync(file, chunk);
    if (size === 0) throw new EngineError('ENGINE_FAILED', 'The native engine has ended.');
    parts.push(Buffer.from(chunk.subarray(0, size)));
    if (chunk[size - 1] === '\n'.charCodeAt(0)) return Buffer.concat(parts).toString();
  }
}

function callerOver({ requests, answers }: Pipes): Caller {
  return (name, args) => {
    writeFileSync(requests, `${toJson({ name, args })}\n`);
    const answer = fromJson(readLine(answers)) as Answer;
    if ('code' in answer) throw new EngineError(answer.code, answer.sentence);
    return answer.result;
  };
}

/** Starts the engine in its own process, which ends with this one. By default the one built for this machine. */
export function nativeEngine(command: Command = [BRIDGE]): Engine {
  const bridge = command.at(-1) as string;
  if (!existsSync(bridge)) throw new Error(`${bridge} is not there; npm test builds it.`);
  return new Engine(callerOver(startBridge(command)));
}
