import { Scorm12API } from 'scorm-again';
import { describe, expect, test } from 'vitest';
import type { EmbedState } from '../../web/embed/api';
import type { LmsApi } from '../../web/scorm/lms-api';
import { LmsSession } from '../../web/scorm/lms-session';
import { COMPLETED, ofGoal } from '../../web/scorm/outcome';
import { Recorder } from '../../web/scorm/recorder';
import { LONGEST_SUSPEND_DATA, writeSuspendData } from '../../web/scorm/suspend-data';

const STATE: EmbedState = {
  version: 1,
  part: 'playground',
  run: {
    link: 'preset=chapter-3-linear',
    checkpoint: 'x'.repeat(50_000),
    view: 'train',
    speed: null,
    feature: 'LSTAT',
    drawing: 'boxes',
    step: 1,
  },
  figure: null,
  lesson: null,
};

const goal = (met: number, reached = false) => ofGoal({ goal: 'test-rmse<4', reached, met, conditions: 2 });

/** A platform that checks every call against the standard and records it. */
class Platform {
  readonly calls: string[] = [];
  readonly told: string[] = [];
  keeping = '';
  readonly shown: string[] = [];
  readonly restored: unknown[] = [];
  readonly api: Scorm12API;
  state: EmbedState = STATE;
  time = 0;

  constructor(earlier: Parameters<Scorm12API['loadFromJSON']>[0] = {}) {
    this.api = new Scorm12API({ autocommit: false, logLevel: 5 });
    this.api.loadFromJSON(earlier);
  }

  visit(api: LmsApi = this.noted()): Recorder {
    const tell = (sentence: string) => this.told.push(sentence);
    const element = {
      getState: async () => this.state,
      setState: async (state: unknown) => void this.restored.push(state),
    };
    const session = new LmsSession(api, tell);
    const recorder = new Recorder({
      session,
      element,
      now: () => this.time,
      show: (words) => this.shown.push(words),
      tellKeeping: (sentence) => {
        this.keeping = sentence;
      },
      tell,
    });
    recorder.begin();
    return recorder;
  }

  noted(): LmsApi {
    const note =
      (name: keyof LmsApi) =>
      (...args: string[]) => {
        if (!name.startsWith('LMSGet')) this.calls.push([name, ...args.filter((arg) => arg !== '')].join(' '));
        return Reflect.apply(this.api[name], this.api, args);
      };
    const names = ['LMSInitialize', 'LMSFinish', 'LMSGetValue', 'LMSSetValue', 'LMSCommit'] as const;
    const errors = ['LMSGetLastError', 'LMSGetErrorString', 'LMSGetDiagnostic'] as const;
    return Object.fromEntries([...names, ...errors].map((name) => [name, note(name)])) as unknown as LmsApi;
  }

  get core() {
    return this.api.cmi.core;
  }
}

describe('a visit', () => {
  test('is started, updated and ended, in this order', async () => {
    const platform = new Platform();
    const recorder = platform.visit();
    await recorder.resume();
    recorder.reached(goal(1));
    await recorder.moved('epoch 50, batch 600');
    recorder.reached(goal(2, true));
    platform.time = 61_500;
    recorder.end();
    expect(platform.told).toEqual([]);
    expect(platform.calls.map((call) => call.slice(0, 60))).toEqual([
      'LMSInitialize',
      'LMSSetValue cmi.core.lesson_status incomplete',
      'LMSCommit',
      'LMSSetValue cmi.core.score.min 0',
      'LMSSetValue cmi.core.score.max 100',
      'LMSSetValue cmi.core.score.raw 50',
      'LMSCommit',
      'LMSSetValue cmi.core.lesson_location epoch 50, batch 600',
      expect.stringContaining('LMSSetValue cmi.suspend_data {"version":1'),
      'LMSSetValue cmi.core.lesson_status passed',
      'LMSSetValue cmi.core.score.raw 100',
      'LMSCommit',
      'LMSSetValue cmi.core.exit suspend',
      'LMSSetValue cmi.core.session_time 0000:01:01.50',
      'LMSCommit',
      'LMSFinish',
    ]);
    expect(platform.shown).toEqual([
      'Recorded by the learning platform: not completed yet.',
      'Recorded by the learning platform: not completed yet, 50 of 100.',
      'Recorded by the learning platform: passed, 100 of 100.',
    ]);
    expect(platform.restored).toEqual([]);
    // A late message is ignored.
    recorder.store();
    recorder.end();
    expect(platform.calls).toHaveLength(16);
  });

  test('continues the last session, and never lowers its result', async () => {
    const kept = writeSuspendData(STATE) as string;
    const platform = new Platform({
      cmi: { core: { lesson_status: 'passed', score: { raw: '100' } }, suspend_data: kept },
    });
    const recorder = platform.visit();
    // The element is at its start, and about to be restored.
    await recorder.moved('epoch 0, batch 0');
    expect(platform.api.cmi.suspend_data).toBe(kept);
    await recorder.resume();
    expect(platform.restored).toEqual([{ ...STATE, run: { ...STATE.run, checkpoint: null } }]);
    recorder.reached(goal(1));
    recorder.reached(COMPLETED);
    recorder.end();
    expect(platform.core.lesson_status).toBe('passed');
    expect(platform.core.score.raw).toBe('100');
    expect(platform.told).toEqual([]);
  });

  test('that is only for looking records nothing', async () => {
    const platform = new Platform({ cmi: { core: { lesson_mode: 'review', lesson_status: 'completed' } } });
    const recorder = platform.visit();
    recorder.reached(goal(1));
    await recorder.moved('epoch 1, batch 12');
    recorder.end();
    expect(platform.calls).toEqual(['LMSInitialize', 'LMSFinish']);
    expect(platform.shown.at(-1)).toContain('for review, so nothing is recorded');
  });

  test('stores only what fits, and reports it', async () => {
    const platform = new Platform();
    const link = `r=1.${'x'.repeat(LONGEST_SUSPEND_DATA)}`;
    platform.state = { ...STATE, run: { ...(STATE.run as NonNullable<EmbedState['run']>), link } };
    const recorder = platform.visit();
    await recorder.resume();
    await recorder.moved('epoch 1, batch 12');
    expect(platform.keeping).toContain('too long for the learning platform to store');
    expect(platform.api.cmi.suspend_data).toBe('');
    platform.state = STATE;
    await recorder.moved('epoch 2, batch 24');
    expect(platform.keeping).toBe('');
    expect(platform.api.cmi.suspend_data).toContain('preset=chapter-3-linear');
  });
});

describe('refusals of a platform are reported', () => {
  const refusing = (refusals: Partial<LmsApi>): [Platform, LmsApi] => {
    const platform = new Platform();
    return [platform, { ...platform.noted(), ...refusals }];
  };

  test('when the visit cannot be begun', () => {
    const [platform, api] = refusing({ LMSInitialize: () => 'false', LMSGetLastError: () => '101' });
    const recorder = platform.visit(api);
    recorder.reached(goal(2, true));
    recorder.end();
    expect(platform.told[0]).toContain('The learning platform did not begin the visit: error 101, General Exception');
    expect(platform.shown).toEqual([expect.stringContaining('nothing is recorded')]);
    expect(platform.calls).toEqual([]);
  });

  test('if a value is rejected, or the platform no longer answers', () => {
    let code = 0;
    const [platform, api] = refusing({
      LMSSetValue: () => {
        code = 405;
        return false;
      },
      LMSGetLastError: () => code,
    });
    platform.visit(api);
    expect(platform.told[0]).toContain('did not record cmi.core.lesson_status: error 405');
    // It is not reported as recorded either.
    expect(platform.shown.at(-1)).toMatch(/^Not recorded by the learning platform: /);
    const [gone, dead] = refusing({
      LMSCommit: () => {
        throw new Error('The frame is gone.');
      },
    });
    gone.visit(dead);
    expect(gone.told).toEqual(['The learning platform did not store what was recorded: The frame is gone.']);
  });

  test('but not if an optional element is missing', () => {
    const platform = new Platform();
    const api = platform.noted();
    let code = '0';
    const session = {
      ...api,
      LMSSetValue: (element: string) => {
        code = /score\.(min|max)/.test(element) ? '401' : '0';
        return code === '0' ? 'true' : 'false';
      },
      LMSGetLastError: () => code,
    };
    platform.visit(session).reached(goal(1));
    expect(platform.told).toEqual([]);
    expect(platform.shown.at(-1)).toMatch(/^Recorded by the learning platform: /);
  });

  test('and so is a state that cannot be taken up', async () => {
    const platform = new Platform({ cmi: { suspend_data: '{"version":1}' } });
    const session = new LmsSession(platform.noted(), () => {});
    const recorder = new Recorder({
      session,
      element: {
        getState: () => Promise.reject(new Error('No state.')),
        setState: () => Promise.reject(new Error('It is damaged.')),
      },
      now: () => 0,
      show: () => {},
      tell: (sentence) => platform.told.push(sentence),
      tellKeeping: (sentence) => platform.told.push(sentence),
    });
    recorder.begin();
    await recorder.resume();
    await recorder.moved('epoch 1, batch 12');
    expect(platform.told.join(' ')).toMatch(/could not be restored\. It is damaged\. .*No state\./);
  });
});
