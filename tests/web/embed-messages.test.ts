import { describe, expect, expectTypeOf, test } from 'vitest';
import type { EmbedEvents, EmbedMethods, EmbedResult } from '../../web/embed/api';
import { HostLink } from '../../web/embed/frame/host-link';
import { readPin } from '../../web/embed/frame/host-origin';
import type { NEWS } from '../../web/embed/frame/messages';
import { type Request, readRequest } from '../../web/embed/frame/read-request';
import { FrameLine } from '../../web/embed/host/frame-line';
import type { MinifactoryEmbed, MinifactoryNews, MinifactoryResult } from '../../web/embed/host/host-types';

const COURSE = 'https://course.example';
const EMBED_ORIGIN = 'https://minifactory.example';

const asked = (fields: object) => ({ source: 'minifactory-host', version: 1, id: 1, ...fields });

describe('the requests of a host', () => {
  test.each(['run', 'pause', 'reset', 'getState'])('%s', (type) => {
    expect(readRequest(asked({ type }))).toEqual({ kind: 'request', request: asked({ type }) });
  });

  test('a recipe and a state are handed on as they are', () => {
    for (const message of [asked({ type: 'load', recipe: { layers: [] } }), asked({ type: 'setState', state: null })]) {
      expect(readRequest(message)).toEqual({ kind: 'request', request: message });
    }
  });

  test.each([
    null,
    'run',
    7,
    [],
    {},
    { source: 'other' },
    { subject: 'lti.frameResize.response', height: 4 },
    { source: 'minifactory', version: 1, type: 'run' },
  ])('the messages of other scripts are none of its business: %j', (data) =>
    expect(readRequest(data)).toEqual({ kind: 'foreign' }),
  );

  test.each([
    [
      asked({ type: 'rnu' }),
      1,
      'the type "rnu"; it must be one of "load", "run", "pause", "reset", "getState", "getResult", "setState".',
    ],
    [asked({}), 1, 'the type missing'],
    [asked({ type: 'run', version: 2 }), 1, 'version 2; this page understands version 1'],
    [asked({ type: 'load' }), 1, '“load” needs the field "recipe"'],
    [asked({ type: 'setState', id: 'a' }), 'a', '“setState” needs the field "state"'],
    [asked({ type: 'run', speed: 3 }), 1, '“run” has a field "speed", which is not allowed'],
    [asked({ type: 'run', id: 0.5 }), null, '“run” has the id 0.5'],
    [asked({ type: 'run', id: 'x'.repeat(101) }), null, 'at most 100 characters'],
  ])('%j is refused in a sentence', (data, id, part) => {
    const received = readRequest(data);
    expect(received).toMatchObject({ kind: 'refused', id });
    expect(received).toHaveProperty('sentence', expect.stringContaining(part));
  });
});

describe('the origin of the host', () => {
  test.each([
    [null, null],
    [COURSE, COURSE],
    [`${COURSE}/`, COURSE],
    ['http://localhost:8000', 'http://localhost:8000'],
  ])('%s', (text, origin) => expect(readPin(text)).toEqual({ ok: true, origin }));

  test.each(['', '*', 'null', 'course.example', `${COURSE}/page`, 'file:///home', 'javascript:alert(1)'])(
    '“%s” is none, and then nobody is talked to',
    (text) =>
      expect(readPin(text)).toMatchObject({ ok: false, sentence: expect.stringContaining('must be the origin') }),
  );
});

function embed(pin: string | null, execute: (request: Request) => Promise<unknown> = async () => 'done') {
  const posted: { message: unknown; to: string }[] = [];
  const warnings: string[] = [];
  const parent = { postMessage: (message: unknown, to: string) => posted.push({ message, to }) };
  const link = new HostLink({ parent, pin, execute, warn: (sentence) => warnings.push(sentence) });
  const receive = (data: unknown, origin = COURSE, source: unknown = parent) =>
    link.receive({ data, origin, source: source as Window });
  return { link, posted, warnings, receive };
}

describe('the embed', () => {
  test('answers the origin that asked, with the reason if the request failed', async () => {
    const { receive, posted } = embed(null, async ({ type }) => {
      if (type === 'load') throw new Error('layers is missing.');
      return { batch: 3 };
    });
    await receive(asked({ id: 'a', type: 'getState' }));
    await receive(asked({ id: 'b', type: 'load', recipe: 1 }));
    const head = { source: 'minifactory', version: 1, type: 'reply' };
    expect(posted).toEqual([
      { message: { ...head, id: 'a', ok: true, value: { batch: 3 } }, to: COURSE },
      { message: { ...head, id: 'b', ok: false, sentence: 'layers is missing.' }, to: COURSE },
    ]);
  });

  test('a host without an origin is also answered', async () => {
    const { receive, posted } = embed(null);
    await receive(asked({ type: 'run' }), 'null');
    expect(posted).toMatchObject([{ to: '*', message: { ok: true } }]);
  });

  test('does nothing for a window that is not its parent', async () => {
    const { receive, posted, warnings } = embed(null, () => Promise.reject(new Error('must not be asked')));
    await receive(asked({ type: 'run' }), COURSE, {});
    await receive(asked({ type: 'run' }), COURSE, null);
    expect([posted, warnings]).toEqual([[], []]);
  });

  test('a message that is wrong is answered and warned of', async () => {
    const { receive, posted, warnings } = embed(null);
    await receive(asked({ type: 'rnu' }));
    expect(posted).toMatchObject([{ to: COURSE, message: { id: 1, ok: false, sentence: warnings[0] } }]);
  });

  test('pinned, it talks to that origin alone and warns of each other one once', async () => {
    const executed: string[] = [];
    const { link, receive, posted, warnings } = embed(COURSE, async ({ type }) => executed.push(type));
    await receive(asked({ type: 'reset' }), 'https://elsewhere.example');
    await receive(asked({ type: 'reset' }), 'https://elsewhere.example');
    await receive(asked({ type: 'reset' }), 'null');
    await receive(asked({ type: 'run' }));
    expect(executed).toEqual(['run']);
    expect(warnings).toEqual([
      `A message from https://elsewhere.example was refused: the host-origin of this embed is ${COURSE}.`,
      `A message from null was refused: the host-origin of this embed is ${COURSE}.`,
    ]);
    link.tell('ready', { part: 'loss' });
    link.askForHeight(400);
    expect(posted.map(({ to }) => to)).toEqual([COURSE, COURSE, COURSE, COURSE]);
  });

  test('unpinned, its news and its height go to whoever frames it', () => {
    const { link, posted } = embed(null);
    link.tell('goal', { reached: true });
    link.askForHeight(400);
    expect(posted).toEqual([
      { message: { source: 'minifactory', version: 1, type: 'goal', detail: { reached: true } }, to: '*' },
      { message: { source: 'minifactory', version: 1, type: 'resize', height: 400 }, to: '*' },
      { message: { subject: 'lti.frameResize', height: 400 }, to: '*' },
    ]);
  });
});

/** A host connected to an embed that does what `execute` says. */
function connected(execute: (request: Request) => Promise<unknown>) {
  const due = new Map<number, () => void>();
  let heard = 0;
  const embedWindow = {
    postMessage(message: unknown) {
      void link.receive({ data: message, origin: COURSE, source: hostWindow as unknown as Window });
    },
  };
  const hostWindow = {
    postMessage(data: unknown) {
      line.receive({ data, origin: EMBED_ORIGIN, source: embedWindow as unknown as Window });
    },
  };
  const link = new HostLink({ parent: hostWindow, pin: COURSE, execute, warn: () => {} });
  const line = new FrameLine({
    target: embedWindow,
    origin: EMBED_ORIGIN,
    heard: () => {
      heard += 1;
    },
    timers: { set: (act) => due.set(due.size + 1, act).size, clear: (id) => due.delete(id) },
  });
  const runOutOfPatience = () => {
    for (const act of [...due.values()]) act();
  };
  return { line, link, embedWindow, runOutOfPatience, due, heard: () => heard };
}

describe('the host', () => {
  test('has its replies in whatever order they come', async () => {
    let finishPause = (_: string) => {};
    const paused = new Promise<string>((resolve) => {
      finishPause = resolve;
    });
    const { line, due } = connected(({ type }) => (type === 'pause' ? paused : Promise.resolve(type)));
    const first = line.ask({ type: 'pause' });
    expect(await line.ask({ type: 'getState' })).toBe('getState');
    finishPause('late');
    expect(await first).toBe('late');
    expect(due.size).toBe(0);
  });

  test('of two lines to one embed, each has its own replies', async () => {
    const requests: unknown[] = [];
    const options = {
      target: { postMessage: (request: { id: unknown }) => requests.push(request.id) },
      origin: EMBED_ORIGIN,
      heard: () => {},
      timers: { set: () => 0, clear: () => {} },
    };
    const lines = [new FrameLine(options), new FrameLine(options)];
    const replies = lines.map((line) => line.ask({ type: 'getState' }));
    requests.forEach((id, index) => {
      const data = { source: 'minifactory', version: 1, type: 'reply', id, ok: true, value: index };
      const source = options.target as unknown as Window;
      // Every listener of the window receives both.
      for (const line of lines) line.receive({ data, origin: EMBED_ORIGIN, source });
    });
    expect(await Promise.all(replies)).toEqual([0, 1]);
  });

  test('a refusal is an error with the embed’s sentence', async () => {
    const { line } = connected(() => Promise.reject(new Error('layers is missing.')));
    await expect(line.ask({ type: 'load', recipe: {} })).rejects.toThrow('layers is missing.');
  });

  test('no request is left waiting: neither in silence nor when the line is closed', async () => {
    const { line, runOutOfPatience } = connected(() => new Promise(() => {}));
    const silent = line.ask({ type: 'run' });
    runOutOfPatience();
    await expect(silent).rejects.toThrow('has not answered “run” within 30 seconds');
    const cut = line.ask({ type: 'run' });
    line.close();
    await expect(cut).rejects.toThrow('was disconnected');
    await expect(line.ask({ type: 'run' })).rejects.toThrow('was disconnected');
  });

  test('hears news until it no longer listens, from its embed alone', () => {
    const { line, link, embedWindow, heard } = connected(async () => null);
    const details: unknown[] = [];
    const stop = line.on('finished', (detail) => details.push(detail));
    link.tell('finished', { batch: 550 });
    link.tell('state', { batch: 551 });
    const forged = { source: 'minifactory', version: 1, type: 'finished', detail: 'forged' };
    line.receive({ data: forged, origin: 'https://elsewhere.example', source: embedWindow as unknown as Window });
    line.receive({ data: forged, origin: EMBED_ORIGIN, source: null });
    line.receive({ data: { ...forged, version: 2 }, origin: EMBED_ORIGIN, source: embedWindow as unknown as Window });
    stop();
    link.tell('finished', { batch: 552 });
    expect(details).toEqual([{ batch: 550 }]);
    expect(heard()).toBe(3);
  });
});

/** Checked by the compiler: the published types are those of the element. */
test('the types of the host’s helper are the element’s', () => {
  expectTypeOf<keyof MinifactoryNews>().toEqualTypeOf<(typeof NEWS)[number]>();
  expectTypeOf<keyof EmbedEvents>().toEqualTypeOf<`minifactory-${keyof MinifactoryNews}`>();
  expectTypeOf<EmbedEvents['minifactory-finished']>().toEqualTypeOf<MinifactoryNews['finished']>();
  expectTypeOf<EmbedEvents['minifactory-state']>().toEqualTypeOf<MinifactoryNews['state']>();
  expectTypeOf<EmbedResult>().toExtend<MinifactoryResult>();
  expectTypeOf<keyof EmbedResult>().toEqualTypeOf<keyof MinifactoryResult>();
  expectTypeOf<EmbedEvents['minifactory-answered']>().toExtend<MinifactoryNews['answered']>();
  expectTypeOf<EmbedEvents['minifactory-goal']>().toExtend<MinifactoryNews['goal']>();
  expectTypeOf<EmbedEvents['minifactory-error']>().toExtend<MinifactoryNews['error']>();
  expectTypeOf<keyof EmbedMethods>().toEqualTypeOf<Exclude<keyof MinifactoryEmbed, 'on' | 'disconnect'>>();
});
