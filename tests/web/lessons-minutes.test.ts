import { describe, expect, it } from 'vitest';
import { minutesOf } from '../../web/lessons/compile/minutes';
import { page } from './lessons-fixtures';

describe('the minutes of a page', () => {
  const minutes = (body: string) => minutesOf(page(body).page.blocks);
  /** A task and a question with few words. */
  const rest = 3;

  it('are those of its words, at 180 a minute', () => {
    expect(minutes('Short.')).toBe(rest);
    expect(minutes('word '.repeat(720))).toBe(rest + 4);
    expect(minutes('$x^2 + \\frac{1}{2}$ '.repeat(180))).toBe(rest + 1);
  });

  it('are those of its lines of code, at 5 a minute', () => {
    const line = 'x = 1\n';
    expect(minutes(`\`\`\`python\n${line.repeat(20)}\`\`\``)).toBe(rest + 4);
  });

  it('are one more for each figure', () => {
    expect(minutes('::figure{name=slope}\n\n::figure{name=slope}')).toBe(rest + 2);
  });

  it('count the words of an explanation, but not of a hint', () => {
    const question = (hint: string, explanation: string) =>
      `:::question{id=q1 answer=1}\nAsk.\n\n:::hint\n${hint}\n:::\n\n:::explain\n${explanation}\n:::\n:::`;
    expect(minutes(question('Word. '.repeat(720), 'So.'))).toBe(rest + 1);
    expect(minutes(question('So.', 'Word. '.repeat(720)))).toBe(rest + 5);
  });
});
