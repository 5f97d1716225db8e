/** Compares a reader's prediction with the result. */
import { numbersOf } from './check-answer';
import type { ChoiceAnswer, NumberAnswer } from './lesson';

/** A prediction as text to be stored, or a sentence that says what is missing. */
export type Reading = { readonly text: string } | { readonly problem: string };

export function readNumber({ unit }: NumberAnswer, typed: string): Reading {
  const [value] = numbersOf(typed, unit);
  if (typed.trim() === '') return { problem: 'Type your prediction first. A rough guess will do.' };
  if (value === undefined) return { problem: 'That is not a number this page can read. Write it like 2.5 or -0.75.' };
  return { text: String(value) };
}

/** `chosen`: the index of the option; null if there is none. */
export function readChoice(chosen: number | null): Reading {
  return chosen === null ? { problem: 'Choose one first. A guess will do.' } : { text: String(chosen) };
}

export interface Comparison {
  readonly isRight: boolean;
  /** As plain text. */
  readonly sentence: string;
}

/** For readers who have not predicted anything. */
export function numberInWords({ value, unit }: NumberAnswer): string {
  return `It is ${written(value, unit)}.`;
}

/** `text`: the stored prediction. */
export function compareNumber({ value, within, unit }: NumberAnswer, text: string): Comparison {
  const given = Number(text);
  const [predicted, actual] = [written(given, unit), written(value, unit)];
  const difference = given - value;
  if (Math.abs(difference) <= within + 1e-9 * Math.max(1, Math.abs(value))) {
    const exactly = difference === 0 ? '' : ` It is ${actual}.`;
    return { isRight: true, sentence: `You predicted ${predicted}, and that is right.${exactly}` };
  }
  const off = written(Number(Math.abs(difference).toPrecision(3)), unit);
  const way = difference > 0 ? 'too high' : 'too low';
  return {
    isRight: false,
    sentence: `You predicted ${predicted}. It is ${actual}: your prediction was ${off} ${way}.`,
  };
}

export function compareChoice({ options }: ChoiceAnswer, text: string): Comparison {
  const isRight = options[Number(text)]?.right === true;
  return { isRight, sentence: isRight ? 'Your prediction was right.' : 'The result is not what you predicted.' };
}

function written(value: number, unit: string): string {
  return `${String(value).replace('-', '−')} ${unit}`.trim();
}
