/**
 * What embed.html and the page that frames it say to each other by `postMessage`. Every message names its source and
 * the version of this protocol:
 *
 *     embed → host   { source: 'minifactory', version: 1, type, … }          `FromEmbed`
 *     host → embed   { source: 'minifactory-host', version: 1, id, type, … } `Request`
 *     embed → host   { source: 'minifactory', version: 1, type: 'reply', id, ok, … } one for each request
 */
import * as v from 'valibot';
import { shown } from '../recipe/shown';

export const VERSION = 1;
export const EMBED = 'minifactory';
export const HOST = 'minifactory-host';

/** What the embed tells of itself; `detail` is that of the element's event of the same name. */
export const NEWS = ['ready', 'state', 'finished', 'answered', 'goal', 'error'] as const;
export type News = (typeof NEWS)[number];

interface Envelope {
  readonly source: typeof EMBED;
  readonly version: typeof VERSION;
}

export type RequestId = string | number;

export type Reply =
  | (Envelope & { readonly type: 'reply'; readonly id: RequestId; readonly ok: true; readonly value: unknown })
  /** Why it was not done, as a sentence. */
  | (Envelope & { readonly type: 'reply'; readonly id: RequestId; readonly ok: false; readonly sentence: string });

export type FromEmbed =
  | (Envelope & { readonly type: News; readonly detail: unknown })
  /** The height in CSS pixels at which nothing would have to be scrolled. */
  | (Envelope & { readonly type: 'resize'; readonly height: number })
  | Reply;

/** The same height as Canvas, Sakai and Brightspace ask for it. */
export interface LtiFrameResize {
  readonly subject: 'lti.frameResize';
  readonly height: number;
}

const LONGEST_ID = 100;

const head = {
  source: v.literal(HOST),
  version: v.literal(VERSION),
  id: v.union([v.pipe(v.string(), v.maxLength(LONGEST_ID)), v.pipe(v.number(), v.safeInteger())]),
};
const anything = v.custom<unknown>((value) => value !== undefined);

const RequestSchema = v.variant('type', [
  v.strictObject({ ...head, type: v.literal('load'), recipe: anything }),
  v.strictObject({ ...head, type: v.literal('run') }),
  v.strictObject({ ...head, type: v.literal('pause') }),
  v.strictObject({ ...head, type: v.literal('reset') }),
  v.strictObject({ ...head, type: v.literal('getState') }),
  v.strictObject({ ...head, type: v.literal('setState'), state: anything }),
]);

/** What a host may ask for. A recipe and a state are checked by the element that takes them up. */
export type Request = v.InferOutput<typeof RequestSchema>;

const TYPES = RequestSchema.options.map(({ entries }) => entries.type.literal);

export type Received =
  /** Of some other script; none of our business. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'request'; readonly request: Request }
  /** `id` as far as it can be made out, to reply to. */
  | { readonly kind: 'refused'; readonly id: RequestId | null; readonly sentence: string };

/** Checks what arrived from another window. */
export function readRequest(data: unknown): Received {
  if (typeof data !== 'object' || data === null || !('source' in data) || data.source !== HOST) {
    return { kind: 'foreign' };
  }
  const result = v.safeParse(RequestSchema, data);
  if (result.success) return { kind: 'request', request: result.output };
  const id = 'id' in data && v.is(head.id, data.id) ? data.id : null;
  return { kind: 'refused', id, sentence: sentenceOn(data, result.issues[0]) };
}

function sentenceOn(data: object, issue: v.BaseIssue<unknown>): string {
  const { version, type } = { version: undefined, type: undefined, ...data };
  if (version !== VERSION) return `A message has version ${shown(version)}; this page speaks version ${VERSION}.`;
  if (!TYPES.some((known) => known === type)) {
    return `A message has the type ${shown(type)}; it must be one of ${TYPES.map(shown).join(', ')}.`;
  }
  const name = String(issue.path?.[0]?.key);
  if (name === 'id') {
    return `The message “${type}” has the id ${shown(issue.input)}; it must be a whole number or a text of at most ${LONGEST_ID} characters.`;
  }
  return issue.expected === 'never'
    ? `The message “${type}” has a field ${shown(name)}, which it must not have.`
    : `The message “${type}” lacks its field ${shown(name)}.`;
}

const envelope: Envelope = { source: EMBED, version: VERSION };

export function news(type: News, detail: unknown): FromEmbed {
  return { ...envelope, type, detail };
}

export function resize(height: number): FromEmbed {
  return { ...envelope, type: 'resize', height };
}

export function done(id: RequestId, value: unknown): Reply {
  return { ...envelope, type: 'reply', id, ok: true, value };
}

export function refusal(id: RequestId, sentence: string): Reply {
  return { ...envelope, type: 'reply', id, ok: false, sentence };
}
