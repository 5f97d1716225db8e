/** The outcome of a session, as a learning platform records it. */
import type { EmbedEvents, RunProgress } from '../embed/api';
import type { GoalProgress } from '../state/goal/goal-state';

/** What completes it: a goal reached, a lesson's questions answered, training finished, or opening it. */
export type Completion = 'goal' | 'questions' | 'training' | 'opening';

export interface Outcome {
  readonly status: 'incomplete' | 'completed' | 'passed';
  /** 0 to 100; null if nothing is scored, or nothing yet. */
  readonly score: number | null;
}

export const NOTHING_YET: Outcome = { status: 'incomplete', score: null };
export const COMPLETED: Outcome = { status: 'completed', score: null };

const RANKS: Readonly<Record<Outcome['status'], number>> = { incomplete: 0, completed: 1, passed: 2 };

/** The better of each value, earlier and later, so that no result is lost. */
export function best(one: Outcome, other: Outcome): Outcome {
  return {
    status: RANKS[other.status] > RANKS[one.status] ? other.status : one.status,
    score: one.score === null || other.score === null ? (one.score ?? other.score) : Math.max(one.score, other.score),
  };
}

export function ofGoal({ reached, met, conditions }: GoalProgress): Outcome {
  return reached ? { status: 'passed', score: 100 } : { status: 'incomplete', score: percent(met, conditions) };
}

export function ofAnswers({ answered, questions }: EmbedEvents['minifactory-answered']): Outcome {
  return { status: answered >= questions ? 'completed' : 'incomplete', score: percent(answered, questions) };
}

/** A run that diverged was not trained to its end. */
export function ofRun({ status }: RunProgress): Outcome {
  return status === 'finished' || status === 'stopped-early' ? COMPLETED : NOTHING_YET;
}

/** The platform's record of earlier sessions; unknown values count as nothing yet. */
export function ofPlatform(status: string, score: string): Outcome {
  const raw = score.trim() === '' ? Number.NaN : Number(score);
  return {
    status: status === 'passed' || status === 'completed' ? status : 'incomplete',
    score: raw >= 0 && raw <= 100 ? raw : null,
  };
}

export function outcomeInWords({ status, score }: Outcome): string {
  const words = { incomplete: 'not completed yet', completed: 'completed', passed: 'passed' }[status];
  return score === null ? words : `${words}, ${score} of 100`;
}

/** Two decimals, because platforms differ in how many they store. */
function percent(part: number, of: number): number {
  return Math.round((10_000 * part) / of) / 100;
}

const MOST_HOURS = 9999;

/** Milliseconds as the standard's CMITimespan, `HHHH:MM:SS.SS`. */
export function sessionTime(milliseconds: number): string {
  const hundredths = Math.max(0, Math.round(milliseconds / 10));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.min(MOST_HOURS, Math.floor(hundredths / 360_000));
  const minutes = Math.floor(hundredths / 6000) % 60;
  const seconds = Math.floor(hundredths / 100) % 60;
  return `${String(hours).padStart(4, '0')}:${two(minutes)}:${two(seconds)}.${two(hundredths % 100)}`;
}
