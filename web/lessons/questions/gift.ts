/**
 * Questions in GIFT, Moodle's text format: https://docs.moodle.org/en/GIFT_format. Formulas are LaTeX, which Moodle's
 * MathJax filter draws.
 */
import type { Writing } from '../compile/html';
import type { ChoiceAnswer, NumberAnswer } from '../lesson';
import type { NumberedQuestion, QuestionChapter } from './numbered';

/** How the questions are compiled. */
export const FOR_GIFT: Writing = { formulas: 'latex', links: false, isXml: false };

export function giftFile(chapters: readonly QuestionChapter[]): string {
  return chapters
    .map(({ number, title, questions }) => {
      const category = `$CATEGORY: Minifactory/${number} ${title}`;
      return [category, ...questions.map(giftQuestion)].join('\n\n');
    })
    .join('\n\n')
    .concat('\n');
}

function giftQuestion({ number, title, block }: NumberedQuestion): string {
  const { html, answer, explanation } = block;
  const answers = answer.kind === 'number' ? numberLines(answer) : choiceLines(answer);
  const lines = [...answers, `####${escaped(explanation)}`].map((line) => `\t${line}`);
  return `::${escaped(`${number} ${title}`)}::[html]${escaped(unitless(html, answer))}{${answer.kind === 'number' ? '#' : ''}\n${lines.join('\n')}\n}`;
}

/** A number is asked for without its unit, which Moodle would not accept. */
function unitless(html: string, answer: NumberAnswer | ChoiceAnswer): string {
  return answer.kind === 'number' && answer.unit !== '' ? `${html}<p>(${answer.unit})</p>` : html;
}

function numberLines({ value, within, misconceptions }: NumberAnswer): readonly string[] {
  const right = `=%100%${value}:${within}`;
  // An answer with no points, for its feedback.
  return [right, ...misconceptions.map((wrong) => `=%0%${wrong.value}:${within}#${escaped(wrong.html)}`)];
}

function choiceLines({ options }: ChoiceAnswer): readonly string[] {
  const rights = options.filter(({ right }) => right).length;
  return options.map(({ html, right, feedback }) => {
    const weight = rights === 1 ? (right ? '=' : '~') : `~%${share(right ? rights : -(options.length - rights))}%`;
    return `${weight}${escaped(html)}${feedback === '' ? '' : `#${escaped(feedback)}`}`;
  });
}

/** 100 divided by a count, with the five decimals that Moodle uses. */
function share(count: number): string {
  return String(Number((100 / count).toFixed(5)));
}

/** Characters with a meaning in GIFT; line breaks would end a question. */
function escaped(text: string): string {
  return text.replace(/[\\~=#{}:]/g, (sign) => `\\${sign}`).replace(/\s*\n\s*/g, ' ');
}
