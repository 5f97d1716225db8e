/** The pages a reader has seen and the questions answered; checked when read, because it may come from anyone. */
import type { PageName } from './lesson';

export interface Progress {
  /** Pages that were opened. */
  readonly visited: readonly string[];
  /** Questions that were answered correctly, by page. */
  readonly answered: Readonly<Record<string, readonly string[]>>;
  /** What was predicted, by page. */
  readonly predicted: Readonly<Record<string, Predictions>>;
}

/** The predictions as text, by id; empty if the reader chose not to predict. */
export type Predictions = Readonly<Record<string, string>>;

export const NO_PROGRESS: Progress = { visited: [], answered: {}, predicted: {} };

export function withVisit(progress: Progress, page: string): Progress {
  return progress.visited.includes(page) ? progress : { ...progress, visited: [...progress.visited, page] };
}

export function withAnswer(progress: Progress, page: string, question: string): Progress {
  const before = answeredOf(progress, page);
  if (before.includes(question)) return progress;
  return { ...progress, answered: { ...progress.answered, [page]: [...before, question] } };
}

export function answeredOf(progress: Progress, page: string): readonly string[] {
  return Object.hasOwn(progress.answered, page) ? (progress.answered[page] as readonly string[]) : [];
}

/** A prediction can be made only once, because the result is known afterwards. */
export function withPrediction(progress: Progress, page: string, prediction: string, text: string): Progress {
  const before = predictionsOf(progress, page);
  if (Object.hasOwn(before, prediction)) return progress;
  return { ...progress, predicted: { ...progress.predicted, [page]: { ...before, [prediction]: text } } };
}

export function predictionsOf(progress: Progress, page: string): Predictions {
  return Object.hasOwn(progress.predicted, page) ? (progress.predicted[page] as Predictions) : {};
}

/** Whether every question of a page has been answered. */
export function isAnswered(progress: Progress, { id, questions }: PageName): boolean {
  const answered = answeredOf(progress, id);
  return questions.every((question) => answered.includes(question));
}

export function writeProgress(progress: Progress): string {
  return JSON.stringify(progress);
}

/** Invalid entries are left out. */
export function readProgress(text: string | null): Progress {
  const { visited, answered, predicted } = asObject(parsed(text));
  return {
    visited: texts(visited),
    answered: Object.fromEntries(Object.entries(asObject(answered)).map(([page, ids]) => [page, texts(ids)])),
    predicted: Object.fromEntries(Object.entries(asObject(predicted)).map(([page, made]) => [page, textsById(made)])),
  };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function textsById(value: unknown): Predictions {
  const entries = Object.entries(asObject(value));
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
