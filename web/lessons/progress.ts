/** The pages a reader has seen and the questions answered; checked when read, because it may come from anyone. */
import type { PageName } from './lesson';

export interface Progress {
  /** Pages that were opened. */
  readonly visited: readonly string[];
  /** Questions that were answered correctly, by page. */
  readonly answered: Readonly<Record<string, readonly string[]>>;
}

export const NO_PROGRESS: Progress = { visited: [], answered: {} };

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
  const { visited, answered } = asObject(parsed(text));
  return {
    visited: texts(visited),
    answered: Object.fromEntries(Object.entries(asObject(answered)).map(([page, ids]) => [page, texts(ids)])),
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
