/** The statements about a visit: who did what with this page. Sources: xAPI 1.0.3, part 2; cmi5, 9.3 to 9.6. */
import type { Launch } from './launch';

export interface Statement {
  readonly id: string;
  readonly timestamp: string;
  readonly actor: Readonly<Record<string, unknown>>;
  readonly verb: { readonly id: string; readonly display: Readonly<Record<string, string>> };
  readonly object: { readonly objectType: 'Activity'; readonly id: string };
  readonly context: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
}

const VERBS = ['initialized', 'progressed', 'completed', 'passed', 'terminated'] as const;
export type Verb = (typeof VERBS)[number];

const CMI5 = 'https://w3id.org/xapi/cmi5/context/categories/cmi5';
const MOVE_ON = 'https://w3id.org/xapi/cmi5/context/categories/moveon';
const MASTERY_SCORE = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore';
const PROGRESS = 'https://w3id.org/xapi/cmi5/result/extensions/progress';

/** What the platform says about the launch in the document `LMS.LaunchData`; all empty for xAPI alone. */
export interface LaunchData {
  readonly contextTemplate: Readonly<Record<string, unknown>>;
  readonly launchMode: string;
  readonly returnURL: string | null;
  readonly masteryScore: number | null;
}

/** Unknown or missing values are those of an ordinary launch. */
export function readLaunchData(document: unknown): LaunchData {
  const data = recordOf(document);
  const { contextTemplate, launchMode, returnURL, masteryScore } = data;
  return {
    contextTemplate: recordOf(contextTemplate),
    launchMode: typeof launchMode === 'string' ? launchMode : 'Normal',
    returnURL: typeof returnURL === 'string' && /^https?:\/\//.test(returnURL) ? returnURL : null,
    masteryScore: typeof masteryScore === 'number' ? masteryScore : null,
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** How far the learner has come: a score from 0 to 100, or null; and the time since the launch in milliseconds. */
export interface Measure {
  readonly score: number | null;
  readonly milliseconds: number;
}

/** Makes the statements of one visit. */
export class Statements {
  readonly #launch: Launch;
  readonly #data: LaunchData;

  constructor(launch: Launch, data: LaunchData) {
    this.#launch = launch;
    this.#data = data;
  }

  make(verb: Verb, measure: Measure): Statement {
    const { actor, activityId } = this.#launch;
    const result = resultOf(verb, measure);
    return {
      id: crypto.randomUUID(),
      timestamp: new Date().toISOString(),
      actor,
      verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: { en: verb } },
      object: { objectType: 'Activity', id: activityId },
      context: this.#context(verb),
      ...(result === undefined ? {} : { result }),
    };
  }

  /** The platform's template, with the categories that cmi5 prescribes for its own verbs. */
  #context(verb: Verb): Readonly<Record<string, unknown>> {
    const { standard, registration } = this.#launch;
    const { contextTemplate, masteryScore } = this.#data;
    const given = { ...contextTemplate, ...(registration === null ? {} : { registration }) };
    if (standard === 'xapi' || verb === 'progressed') return given;
    const isJudged = verb === 'completed' || verb === 'passed';
    const activities = recordOf(contextTemplate.contextActivities);
    const categories = [CMI5, ...(isJudged ? [MOVE_ON] : [])].map((id) => ({ id }));
    const extensions = recordOf(contextTemplate.extensions);
    const mastery = verb === 'passed' && masteryScore !== null ? { [MASTERY_SCORE]: masteryScore } : {};
    return {
      ...given,
      contextActivities: { ...activities, category: [...listOf(activities.category), ...categories] },
      extensions: { ...extensions, ...mastery },
    };
  }
}

/** xAPI allows one activity where it means a list of one. */
function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

function resultOf(verb: Verb, { score, milliseconds }: Measure): Statement['result'] {
  const duration = `PT${(Math.max(0, milliseconds) / 1000).toFixed(2)}S`;
  const scaled = { score: { scaled: (score ?? 0) / 100, raw: score ?? 0, min: 0, max: 100 } };
  switch (verb) {
    case 'initialized':
      return undefined;
    case 'progressed':
      return { ...scaled, extensions: { [PROGRESS]: Math.floor(score ?? 0) } };
    case 'completed':
      return { completion: true, duration };
    case 'passed':
      return { success: true, duration, ...scaled };
    case 'terminated':
      return { duration };
  }
}
