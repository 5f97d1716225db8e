import { describe, expect, it } from 'vitest';
import { EngineError } from '../../web/engine/engine-error';
import type { Message } from '../../web/worker/protocol';
import { TrainingHost } from '../../web/worker/training-host';
import { transferables } from '../../web/worker/transfer';
import { fakeResources, RecordingOutbox } from './worker-channel';
import { fakeRecipe } from './worker-fakes';

const openArgs = { recipe: fakeRecipe(), dependenceFeature: 0 };

/** Calls the host and waits for its answers, all in this thread. */
class Conversation {
  readonly outbox = new RecordingOutbox();
  readonly host: TrainingHost;
  #id = 0;

  constructor(readonly resources = fakeResources()) {
    this.host = new TrainingHost(this.outbox, resources);
  }

  async ask(call: unknown, args: unknown): Promise<Message> {
    this.#id += 1;
    const id = this.#id;
    this.host.receive({ kind: 'call', id, call, args });
    for (;;) {
      const answer = this.answersTo(id)[0];
      if (answer) return answer;
      await nextTurn();
    }
  }

  answersTo(id: number): Message[] {
    return this.outbox.messages.filter((message) => 'id' in message && message.id === id);
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

describe('the server', () => {
  it('says that it is ready, and answers pings', () => {
    const { host, outbox } = new Conversation();
    host.receive({ kind: 'ping' });
    expect(outbox.messages).toEqual([{ kind: 'ready' }, { kind: 'pong' }]);
    host.close();
  });

  it.each([
    ['fly', {}, 'UNKNOWN_CALL', '“fly”'],
    ['toString', {}, 'UNKNOWN_CALL', '“toString”'],
    [7, {}, 'UNKNOWN_CALL', '“7”'],
    ['play', { speed: 0 }, 'BAD_ARGUMENTS', 'speed is 0'],
    ['play', {}, 'BAD_ARGUMENTS', 'speed is undefined'],
    ['play', null, 'BAD_ARGUMENTS', 'null'],
    ['play', { speed: Number.NaN }, 'BAD_ARGUMENTS', 'speed is NaN'],
    ['step', { count: 0, unit: 'batches' }, 'BAD_ARGUMENTS', 'count is 0'],
    ['step', { count: 1.5, unit: 'batches' }, 'BAD_ARGUMENTS', 'count is 1.5'],
    ['step', { count: 1, unit: 'rows' }, 'BAD_ARGUMENTS', '“rows”'],
    ['setLearningRate', { learningRate: -1 }, 'BAD_ARGUMENTS', 'learningRate is -1'],
    ['setLearningRate', { learningRate: Number.POSITIVE_INFINITY }, 'BAD_ARGUMENTS', 'Infinity'],
    ['setLearningRate', { learningRate: 1000 }, 'OUT_OF_RANGE', '1000'],
    ['restoreBest', { learningRate: '0.1' }, 'BAD_ARGUMENTS', '“0.1”'],
    ['setDependenceFeature', { feature: -1 }, 'BAD_ARGUMENTS', 'feature is -1'],
    ['setDependenceFeature', { feature: 13 }, 'OUT_OF_RANGE', 'feature is 13'],
    ['restore', { checkpoint: { capture: [1], curve: [] } }, 'BAD_ARGUMENTS', 'checkpoint'],
    ['trace', { rows: [1, 2] }, 'BAD_ARGUMENTS', 'Int32Array'],
    ['compareGradients', { rows: Int32Array.of(1), nudged: 'bias' }, 'BAD_ARGUMENTS', '“bias”'],
    [
      'objectiveAround',
      { rows: Int32Array.of(1), nudged: 0, element: 0, offsets: [Number.NaN] },
      'BAD_ARGUMENTS',
      'offsets',
    ],
    ['partialDependence', { parameters: Float64Array.of(1), feature: 0 }, 'BAD_ARGUMENTS', 'recipe'],
    ['setParameters', { parameters: [1] }, 'BAD_ARGUMENTS', 'Float64Array'],
    ['open', { recipe: {}, dependenceFeature: 0 }, 'BAD_ARGUMENTS', 'recipe'],
    ['open', { recipe: 'chapter 2', dependenceFeature: 0 }, 'BAD_ARGUMENTS', '“chapter 2”'],
    [
      'open',
      { recipe: { ...openArgs.recipe, data: { source: 'moon', features: ['X'], target: 'Y' } }, dependenceFeature: 0 },
      'UNKNOWN_NAME',
      '“moon”',
    ],
  ])('refuses %s with %j in a sentence, and the run stays open', async (call, args, code, part) => {
    const conversation = new Conversation();
    await conversation.ask('open', openArgs);
    const answer = await conversation.ask(call, args);
    expect(answer).toMatchObject({ kind: 'failure', code });
    expect(answer.kind === 'failure' && answer.sentence).toContain(part);
    expect(await conversation.ask('pause', {})).toMatchObject({ kind: 'reply', result: { progress: { batch: 0 } } });
    conversation.host.close();
  });

  it('refuses what needs a run while none is open', async () => {
    const conversation = new Conversation();
    expect(await conversation.ask('pause', {})).toMatchObject({ kind: 'failure', code: 'NO_RUN' });
    conversation.host.close();
  });

  it('answers a message it does not know with a fault', () => {
    const { host, outbox } = new Conversation();
    for (const message of [null, 7, 'play', {}, { kind: 'call' }, { kind: 'acknowledge' }]) host.receive(message);
    expect(outbox.messages.slice(1).map((message) => message.kind === 'fault' && message.code)).toEqual(
      Array(6).fill('UNKNOWN_MESSAGE'),
    );
    host.close();
  });

  it('gives every call exactly one answer, in whatever order they come', async () => {
    const conversation = new Conversation(fakeResources({ epochs: 10_000, batchCost: () => 1 }));
    const calls: readonly [string, unknown][] = [
      ['open', openArgs],
      ['step', { count: 3000, unit: 'epochs' }],
      ['play', { speed: null }],
      ['step', { count: 2, unit: 'batches' }],
      ['nonsense', {}],
      ['step', { count: 5, unit: 'epochs' }],
      ['checkpoint', {}],
      ['setLearningRate', { learningRate: 0.1 }],
      ['pause', {}],
      ['step', { count: 4, unit: 'epochs' }],
      ['reset', {}],
      ['step', { count: 4, unit: 'epochs' }],
      ['open', openArgs],
      ['restoreBest', { learningRate: 0.1 }],
      ['pause', {}],
    ];
    await Promise.all(calls.map(([call, args]) => conversation.ask(call, args)));
    for (let turns = 0; turns < 20; turns += 1) await nextTurn();
    const counts = calls.map((_, index) => conversation.answersTo(index + 1).length);
    expect(counts).toEqual(calls.map(() => 1));
    const closed = conversation.answersTo(12)[0];
    expect(closed).toMatchObject({ kind: 'failure', code: 'RUN_CLOSED' });
    conversation.host.close();
  });

  it('posts the answer of a step cut short before that of the call that cut it', async () => {
    const conversation = new Conversation(fakeResources({ epochs: 10_000, batchCost: () => 1 }));
    await conversation.ask('open', openArgs);
    await Promise.all([
      conversation.ask('step', { count: 9000, unit: 'epochs' }),
      conversation.ask('step', { count: 1, unit: 'batches' }),
      conversation.ask('pause', {}),
    ]);
    const ids = conversation.outbox.messages.flatMap((message) => (message.kind === 'reply' ? [message.id] : []));
    expect(ids).toEqual([1, 2, 3, 4]);
    conversation.host.close();
  });

  it('tells what failed inside as such', async () => {
    const resources = fakeResources();
    const broken = new Conversation({
      ...resources,
      loadEngine: async () => ({
        createRun: () => {
          throw new TypeError('cannot read x');
        },
      }),
    });
    const answer = await broken.ask('open', openArgs);
    expect(answer).toMatchObject({ kind: 'failure', code: 'INTERNAL' });
    expect(answer.kind === 'failure' && answer.sentence).toContain('cannot read x');
    broken.host.close();
  });

  it('stops after a crash of the engine, after it has answered the call', async () => {
    const crash = new EngineError('ENGINE_FAILED', 'The training engine failed: unreachable.');
    const conversation = new Conversation({
      ...fakeResources(),
      loadEngine: async () => ({
        createRun: () => {
          throw crash;
        },
      }),
    });
    await conversation.ask('open', openArgs);
    const told = { code: crash.code, sentence: crash.message };
    expect(conversation.outbox.messages.slice(1)).toEqual([
      { kind: 'failure', id: 1, ...told },
      { kind: 'fault', ...told },
    ]);
    conversation.host.close();
  });

  it('tells of training that fails while no call waits', async () => {
    const conversation = new Conversation(fakeResources({ failsAt: 100 }));
    await conversation.ask('open', openArgs);
    await conversation.ask('play', { speed: null });
    while (conversation.outbox.messages.at(-1)?.kind !== 'fault') await nextTurn();
    expect(conversation.outbox.messages.at(-1)).toMatchObject({ kind: 'fault', code: 'INTERNAL' });
    conversation.host.close();
  });

  it('fails with the engine’s own sentence if it cannot be loaded, and tries again with the next call', async () => {
    const resources = fakeResources();
    let loads = 0;
    const conversation = new Conversation({
      ...resources,
      loadEngine: async () => {
        loads += 1;
        if (loads === 1) throw new EngineError('ENGINE_MISSING', 'The engine file is missing.');
        return resources.loadEngine();
      },
    });
    const [first, second] = await Promise.all([
      conversation.ask('open', openArgs),
      conversation.ask('play', { speed: 1 }),
    ]);
    expect(first).toMatchObject({ kind: 'failure', code: 'ENGINE_MISSING', sentence: 'The engine file is missing.' });
    expect(second).toMatchObject({ kind: 'failure', code: 'NO_RUN' });
    expect(await conversation.ask('open', openArgs)).toMatchObject({ kind: 'reply' });
    await conversation.ask('open', openArgs);
    expect(loads).toBe(2);
    conversation.host.close();
  });

  it('keeps the open run if another cannot be opened, and disposes of it otherwise', async () => {
    const conversation = new Conversation();
    await conversation.ask('open', openArgs);
    await conversation.ask('step', { count: 3, unit: 'batches' });
    expect(await conversation.ask('open', { ...openArgs, dependenceFeature: 99 })).toMatchObject({
      code: 'OUT_OF_RANGE',
    });
    expect(await conversation.ask('pause', {})).toMatchObject({ result: { runId: 1, progress: { batch: 3 } } });
    expect(await conversation.ask('open', openArgs)).toMatchObject({ result: { description: { runId: 2 } } });
    expect(conversation.resources.runs.map((run) => run.isDisposed)).toEqual([true, true, false]);
    conversation.host.close();
  });

  it('sends a report only after the previous one has arrived, and ignores acknowledgements of other runs', async () => {
    const conversation = new Conversation(fakeResources({ epochs: 100_000, batchCost: () => 1 }));
    const { host, outbox } = conversation;
    const reports = () => outbox.messages.filter((message) => message.kind === 'report').length;
    const turns = async () => {
      for (let turn = 0; turn < 50; turn += 1) await nextTurn();
    };
    await conversation.ask('open', openArgs);
    await conversation.ask('open', openArgs);
    await conversation.ask('play', { speed: null });
    await turns();
    expect(reports()).toBe(1);
    host.receive({ kind: 'acknowledge', runId: 1 });
    await turns();
    expect(reports()).toBe(1);
    host.receive({ kind: 'acknowledge', runId: 2 });
    await turns();
    expect(reports()).toBe(2);
    host.close();
  });
});

describe('messages', () => {
  it('hand over every array they carry, each once', () => {
    const shared = new Float64Array(4);
    const other = new Int32Array(2);
    const message = { a: shared, b: [{ c: shared.subarray(1) }, other], d: 'text', e: null, f: undefined };
    const buffers = transferables(message);
    expect(buffers).toHaveLength(2);
    expect(buffers[0]).toBe(shared.buffer);
    expect(buffers[1]).toBe(other.buffer);
  });

  it('leave nothing the worker still needs without its buffer', async () => {
    const conversation = new Conversation();
    const opened = await conversation.ask('open', openArgs);
    expect(opened).toMatchObject({
      kind: 'reply',
      result: { description: { rows: { test: Int32Array.of(1, 2, 3) } } },
    });
    const [run] = conversation.resources.runs;
    expect(run?.baselines.leastSquares.coefficients).toHaveLength(1);
    await conversation.ask('checkpoint', {});
    await conversation.ask('reset', {});
    await conversation.ask('restoreBest', { learningRate: 0.1 });
    expect(await conversation.ask('restoreBest', { learningRate: 0.1 })).toMatchObject({ kind: 'reply' });
    conversation.host.close();
  });
});
