/** What the panel “Math, diagram, code” shows, and how. */
import type { Tongue } from '../../explanations/explanation';

/** What of a pass is explained: the step it stands at, or something that stays while it walks on. */
export const EXPLAINED = [
  'step',
  'layer',
  'loss',
  'optimiser',
  'mae',
  'rmse',
  'relative-rmse',
  'r2',
  'network',
] as const;
export type Explained = (typeof EXPLAINED)[number];

export const LANGUAGES = ['numpy', 'cpp', 'pytorch'] as const satisfies readonly Tongue[];

export interface ExplainState {
  readonly open: boolean;
  readonly subject: Explained;
  readonly language: Tongue;
  /** Numbers in place of the letters. */
  readonly showsNumbers: boolean;
}

export const FIRST_EXPLAIN: ExplainState = { open: true, subject: 'step', language: 'numpy', showsNumbers: false };
