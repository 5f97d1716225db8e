/** What the panel “Math, diagram, code” shows. */
import type { CodeLanguage } from '../../explanations/explanation';

/** What is explained: the current step, or something that is the same for all steps. */
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

export const LANGUAGES = ['numpy', 'cpp', 'pytorch'] as const satisfies readonly CodeLanguage[];

export interface ExplainState {
  readonly open: boolean;
  readonly subject: Explained;
  readonly language: CodeLanguage;
  /** Show numbers instead of letters. */
  readonly showsNumbers: boolean;
}

export const FIRST_EXPLAIN: ExplainState = { open: true, subject: 'step', language: 'numpy', showsNumbers: false };
