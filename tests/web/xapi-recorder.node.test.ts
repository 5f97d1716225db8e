/** What a cmi5 or xAPI package sends to a learning record store. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COMPLETED, ofAnswers, ofGoal } from '../../web/scorm/outcome';
import { readLaunch } from '../../web/scorm/xapi/launch';
import { XapiRecorder } from '../../web/scorm/xapi/xapi-recorder';
import { ACTIVITY, ACTOR, FakeLrs, REGISTRATION } from './fake-lrs';

const STATE = { version: 1, part: 'playground', run: null, figure: null, lesson: null } as const;
const answers = (answered: number, questions = 4) => ofAnswers({ lesson: 'a/b', question: 'q', answered, questions });
const goal = (met: number, reached = false) => ofGoal({ goal: 'test-rmse<4', reached, met, conditions: 2 });

let lrs: FakeLrs;
beforeEach(async () => {
  lrs = new FakeLrs();
  await lrs.start();
});
afterEach(() => lrs.stop());

class Visit {
  readonly shown: string[] = [];
  readonly told: string[] = [];
  readonly restored: unknown[] = [];
  readonly opened: string[] = [];
  leave: (() => Promise<void>) | null = null;
  time = 0;
  state: unknown = STATE;
  readonly recorder: XapiRecorder;

  constructor(parameters: URLSearchParams) {
    const launch = readLaunch(parameters);
    if (launch === null) throw new Error('no launch');
    this.recorder = new XapiRecorder({
      launch,
      element: {
        getState: async () => this.state as never,
        setState: async (state) => void this.restored.push(state),
      },
      now: () => this.time,
      show: (words) => this.shown.push(words),
      tell: (sentence) => this.told.push(sentence),
      tellKeeping: (sentence) => this.told.push(sentence),
      offerReturn: (leave) => {
        this.leave = leave;
      },
      go: (address) => this.opened.push(address),
    });
  }
}

const sees = (what: () => unknown) => expect.poll(what, { timeout: 5000 });

describe('by cmi5', () => {
  it('a lesson is completed by its questions, in the order and form of the standard', async () => {
    const visit = new Visit(lrs.launchCmi5());
    await visit.recorder.resume();
    expect(visit.shown).toEqual(['Recorded by the learning platform: not completed yet.']);
    visit.recorder.reached(answers(1));
    visit.recorder.reached(answers(3));
    visit.time = 61_005;
    visit.recorder.reached(answers(4));
    await sees(() => lrs.verbs).toEqual(['initialized', 'progressed', 'progressed', 'completed']);
    const [, , progressed, completed] = lrs.statements;
    expect(progressed.result).toMatchObject({
      score: { scaled: 0.75, raw: 75, min: 0, max: 100 },
      extensions: { 'https://w3id.org/xapi/cmi5/result/extensions/progress': 75 },
    });
    expect(completed).toMatchObject({
      actor: ACTOR,
      object: { id: ACTIVITY },
      context: { registration: REGISTRATION },
      result: { completion: true, duration: 'PT61.01S' },
    });
    await sees(() => visit.shown.at(-1)).toBe('Recorded by the learning platform: completed, 100 of 100.');
    visit.recorder.end();
    visit.recorder.end();
    await sees(() => lrs.verbs.at(-1)).toBe('terminated');
    visit.recorder.reached(answers(4));
    expect(lrs.verbs).toHaveLength(5);
    expect({ refused: lrs.refused, told: visit.told }).toEqual({ refused: [], told: [] });
  });

  it('a goal that is reached is passed, with the score that the platform asks for, and completed', async () => {
    const visit = new Visit(lrs.launchCmi5({ masteryScore: 0.8 }));
    visit.recorder.reached(goal(1));
    visit.recorder.reached(goal(2, true));
    await sees(() => lrs.verbs).toEqual(['initialized', 'progressed', 'passed', 'completed']);
    const [, , passed] = lrs.statements;
    expect(passed.result).toMatchObject({ success: true, score: { scaled: 1 } });
    expect(passed.context.extensions).toMatchObject({
      'https://w3id.org/xapi/cmi5/context/extensions/masteryscore': 0.8,
    });
    expect(lrs.refused).toEqual([]);
  });

  it('the next visit continues with the state and the outcome, and completes nothing twice', async () => {
    const first = new Visit(lrs.launchCmi5());
    await first.recorder.resume();
    first.recorder.reached(COMPLETED);
    await first.recorder.moved();
    await sees(() => (lrs.documents.get('minifactory') as { state: unknown } | undefined)?.state).toEqual(STATE);
    first.recorder.end();
    await sees(() => lrs.verbs.at(-1)).toBe('terminated');

    const second = new Visit(lrs.launchCmi5());
    await second.recorder.resume();
    expect(second.restored).toEqual([STATE]);
    expect(second.shown).toEqual(['Recorded by the learning platform: completed.']);
    second.recorder.reached(COMPLETED);
    second.recorder.reached(goal(0));
    second.state = { ...STATE, part: 'lesson' };
    await second.recorder.moved();
    await sees(() => (lrs.documents.get('minifactory') as { state: { part: string } }).state.part).toBe('lesson');
    expect(lrs.verbs).toEqual(['initialized', 'completed', 'terminated', 'initialized']);
    expect(lrs.refused).toEqual([]);
  });

  it.each(['Browse', 'Review'])('a launch to %s sends only its begin and its end', async (launchMode) => {
    const visit = new Visit(lrs.launchCmi5({ launchMode }));
    await visit.recorder.resume();
    visit.recorder.reached(COMPLETED);
    await visit.recorder.moved();
    visit.recorder.end();
    await sees(() => lrs.verbs).toEqual(['initialized', 'terminated']);
    expect(lrs.documents.has('minifactory')).toBe(false);
    expect(visit.shown).toEqual([expect.stringContaining('opened this for review')]);
  });

  it('the learner can go back to the course, which ends the visit', async () => {
    const visit = new Visit(lrs.launchCmi5({ returnURL: 'https://school.example/course' }));
    await visit.recorder.resume();
    await visit.leave?.();
    expect(lrs.verbs).toEqual(['initialized', 'terminated']);
    expect(visit.opened).toEqual(['https://school.example/course']);
    visit.recorder.end();
    expect(lrs.verbs).toHaveLength(2);
  });

  it('a page that is loaded again says that it must be opened from the platform', async () => {
    const parameters = lrs.launchCmi5();
    await new Visit(parameters).recorder.resume();
    const again = new Visit(parameters);
    await again.recorder.resume();
    again.recorder.reached(COMPLETED);
    again.recorder.end();
    expect(again.shown).toEqual([expect.stringMatching(/^Nothing is recorded\. .* Open the page anew from there\./)]);
    expect(lrs.verbs).toEqual(['initialized']);
  });
});

describe('by xAPI alone', () => {
  it('the same is sent without what only cmi5 knows', async () => {
    const visit = new Visit(lrs.launchXapi());
    await visit.recorder.resume();
    visit.recorder.reached(goal(1));
    visit.recorder.reached(goal(2, true));
    await sees(() => lrs.verbs).toEqual(['initialized', 'progressed', 'passed', 'completed']);
    for (const { context, actor } of lrs.statements) {
      expect(context).toEqual({});
      expect(actor).toEqual({ name: 'Ada', mbox: 'mailto:ada@school.example' });
    }
    visit.recorder.end();
    await sees(() => lrs.verbs.at(-1)).toBe('terminated');
    expect(lrs.refused).toEqual([]);
  });
});

it('a platform that fails later is reported, and the rest is still sent', async () => {
  const visit = new Visit(lrs.launchCmi5());
  await visit.recorder.resume();
  lrs.failing = 503;
  visit.recorder.reached(answers(1));
  await sees(() => visit.told).toEqual([
    'The learning platform did not record the progress. The learning platform answered “503 Service Unavailable” to POST statements.',
  ]);
  lrs.failing = null;
  visit.recorder.reached(answers(4));
  await sees(() => lrs.verbs).toEqual(['initialized', 'completed']);
});

it('a platform that cannot be reached is named', async () => {
  const parameters = lrs.launchCmi5();
  parameters.set('fetch', 'http://127.0.0.1:1/fetch');
  const visit = new Visit(parameters);
  await visit.recorder.resume();
  expect(visit.shown).toEqual([
    'Nothing is recorded. The learning platform’s record store at http://127.0.0.1:1 could not be reached. Everything else works.',
  ]);
});

describe('the parameters of a launch', () => {
  const without = (name: string) => {
    const parameters = lrs.launchCmi5();
    parameters.delete(name);
    return readLaunch(parameters);
  };

  it('are those of cmi5 or of xAPI', () => {
    expect(readLaunch(lrs.launchCmi5())).toMatchObject({
      standard: 'cmi5',
      endpoint: `${lrs.origin}/xapi/`,
      activityId: ACTIVITY,
      registration: REGISTRATION,
    });
    expect(readLaunch(lrs.launchXapi())).toMatchObject({ standard: 'xapi', registration: null });
  });

  it('are incomplete without any of them', () => {
    for (const name of ['endpoint', 'fetch', 'actor', 'registration', 'activityId']) {
      expect(without(name), name).toBeNull();
    }
    expect(readLaunch(new URLSearchParams())).toBeNull();
  });

  it.each(['', 'ada', '[]', 'null', '{'])('name no learner with actor=%s', (actor) => {
    const parameters = lrs.launchXapi();
    parameters.set('actor', actor);
    expect(readLaunch(parameters)).toBeNull();
  });

  it('lead to no address that is not of the web', () => {
    const parameters = lrs.launchXapi();
    parameters.set('endpoint', 'javascript:alert(1)');
    expect(readLaunch(parameters)).toBeNull();
  });
});
