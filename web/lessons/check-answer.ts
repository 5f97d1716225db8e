/** Checks an answer, and finds what to say about a wrong one. */
import type { ChoiceAnswer, Html, NumberAnswer } from './lesson';

export type Verdict =
  | { readonly right: true }
  /** `sentences`: what is wrong, each as HTML. `isTry`: the answer could have been right. */
  | { readonly right: false; readonly isTry: boolean; readonly sentences: readonly Html[] };

const RIGHT: Verdict = { right: true };

/**
 * The typed text as a number: with decimal comma or point, any kind of minus sign, and optional unit. `1,150` can be
 * read in two ways, so there may be two numbers; none if it cannot be read.
 */
export function numbersOf(text: string, unit: string): readonly number[] {
  const typed = text.trim();
  const bare = unit !== '' && typed.endsWith(unit) ? typed.slice(0, -unit.length) : typed;
  const plain = bare.replace(/[\s\u2009\u202f]/g, '').replace(/[−‒–—]/g, '-');
  const isGrouped = /^[-+]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(plain);
  const readings = [plain.replace(',', '.'), ...(isGrouped ? [plain.replaceAll(',', '')] : [])];
  return readings.filter((reading) => /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(reading)).map(Number);
}

export function checkNumber(answer: NumberAnswer, text: string): Verdict {
  const readings = numbersOf(text, answer.unit);
  const [given] = readings;
  if (text.trim() === '') return unanswered('Type your answer first.');
  if (given === undefined) return unanswered('This is not a number. Write it like 2.5 or -0.75.');
  const isTaken = (value: number) => readings.some((reading) => isNear(reading, value, answer.within));
  if (isTaken(answer.value)) return RIGHT;
  const misconception = answer.misconceptions.find(({ value }) => isTaken(value));
  return wrong(misconception?.html ?? remarkOn(given, answer));
}

/** `chosen` contains the indices of the chosen options. */
export function checkChoice(answer: ChoiceAnswer, chosen: ReadonlySet<number>): Verdict {
  if (chosen.size === 0) return unanswered('Choose an answer first.');
  const { options } = answer;
  const wrongs = options.filter(({ right }, place) => !right && chosen.has(place));
  const missing = options.some(({ right }, place) => right && !chosen.has(place));
  if (wrongs.length === 0 && !missing) return RIGHT;
  if (wrongs.length === 0) return wrong('Your choices are right, but others are right, too.');
  const remarks = wrongs.map(({ feedback }) => feedback).filter((feedback) => feedback !== '');
  return wrong(...(remarks.length > 0 ? remarks : ['This is not right. Try again.']));
}

function remarkOn(given: number, { value, within }: NumberAnswer): string {
  const near = (other: number, allowed = within) => isNear(given, other, allowed);
  if (value !== 0 && near(-value)) return 'The size is right. Look at the sign.';
  if (value !== 0 && (near(value * 10, within * 10) || near(value / 10, within / 10))) {
    return 'The digits are right. Look at the decimal point.';
  }
  const direction = given > value ? 'too large' : 'too small';
  const isClose = Math.abs(given - value) <= Math.max(4 * within, Math.abs(value) / 20);
  return isClose ? `Very close, but a little ${direction}. Give more digits.` : `This is ${direction}.`;
}

function isNear(given: number, value: number, within: number): boolean {
  // A little more than the tolerance, because decimal fractions are not exact in binary.
  return Math.abs(given - value) <= within + 1e-9 * Math.max(1, Math.abs(value));
}

function wrong(...sentences: string[]): Verdict {
  return { right: false, isTry: true, sentences };
}

function unanswered(sentence: string): Verdict {
  return { right: false, isTry: false, sentences: [sentence] };
}
