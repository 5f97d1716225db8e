/** Checks messages from other windows. */
import * as v from 'valibot';
import { shown } from '../../recipe/shown';
import { HOST, type RequestId, VERSION } from './messages';

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
  v.strictObject({ ...head, type: v.literal('getResult') }),
  v.strictObject({ ...head, type: v.literal('setState'), state: anything }),
]);

/** What a host may ask for. Recipes and states are checked by the element that uses them. */
export type Request = v.InferOutput<typeof RequestSchema>;

const TYPES = RequestSchema.options.map(({ entries }) => entries.type.literal);

export type Received =
  /** A message of another script, to be ignored. */
  | { readonly kind: 'foreign' }
  | { readonly kind: 'request'; readonly request: Request }
  /** `id` if it is readable, for the reply. */
  | { readonly kind: 'refused'; readonly id: RequestId | null; readonly sentence: string };

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
  if (version !== VERSION) return `A message has version ${shown(version)}; this page understands version ${VERSION}.`;
  if (!TYPES.some((known) => known === type)) {
    return `A message has the type ${shown(type)}; it must be one of ${TYPES.map(shown).join(', ')}.`;
  }
  const name = String(issue.path?.[0]?.key);
  if (name === 'id') {
    return `The message “${type}” has the id ${shown(issue.input)}; it must be a whole number or a text of at most ${LONGEST_ID} characters.`;
  }
  return issue.expected === 'never'
    ? `The message “${type}” has a field ${shown(name)}, which is not allowed.`
    : `The message “${type}” needs the field ${shown(name)}.`;
}
