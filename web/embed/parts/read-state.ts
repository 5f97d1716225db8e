/** Checks a state that is restored: a learning platform may have cut it off, and anyone may have written it. */
import * as v from 'valibot';
import { DRAWINGS } from '../../state/inside/inside-state';
import { VIEWS } from '../../state/page/address';
import type { EmbedState } from '../api';
import { PARTS } from '../options/options';

const RunPlaceSchema = v.strictObject({
  link: v.string(),
  checkpoint: v.nullable(v.string()),
  view: v.picklist(VIEWS),
  speed: v.nullable(v.union([v.literal('watch'), v.pipe(v.number(), v.minValue(1), v.maxValue(10_000))], 'a speed')),
  feature: v.string(),
  drawing: v.picklist(DRAWINGS),
  step: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});

const EmbedStateSchema = v.strictObject({
  version: v.literal(1),
  part: v.picklist(PARTS),
  run: v.nullable(RunPlaceSchema),
  figure: v.nullable(v.strictObject({ name: v.string(), values: v.string() })),
  lesson: v.nullable(v.strictObject({ id: v.string(), values: v.string(), answered: v.array(v.string()) })),
});

/** Throws an Error whose message says what is wrong and where. */
export function readState(value: unknown): EmbedState {
  const result = v.safeParse(EmbedStateSchema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = (issue.path ?? []).map(({ key }) => String(key)).join('.');
  throw new Error(`This is not a state from getState: ${wrongAt(path, issue)}.`);
}

function wrongAt(path: string, { type, received, expected }: v.BaseIssue<unknown>): string {
  if (path === '') return `it is ${received}, but must be an object`;
  if (expected === 'never') return `it has an unknown field “${path}”`;
  if (type === 'strict_object') return `it needs the field “${path}”`;
  return `its “${path}” is ${received}, but must be ${expected === 'number' ? 'a number' : (expected ?? 'another')}`;
}
