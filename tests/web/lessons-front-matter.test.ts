/** What the compiler of lessons makes of their front matter. */
import { describe, expect, it } from 'vitest';
import { compilePage } from '../../web/lessons/compile/page';
import { FRONT_MATTER, QUESTION, REFERENCES, TO_DO } from './lessons-fixtures';

/** The problems of a whole file. */
const wrongsOf = (text: string) =>
  compilePage(text, 'foundations/derivative', REFERENCES).problems.map(({ line, sentence }) => `${line}: ${sentence}`);

describe('front matter', () => {
  it('has to be complete', () => {
    expect(wrongsOf(`---\ntitle: A\n---\n${TO_DO}\n\n${QUESTION}`)).toEqual([
      '1: The front matter needs “question: …”, the question it starts from.',
      '1: The front matter needs “leads: …”, where it leads.',
      '1: The front matter needs “goal: …”, what a reader can do after it.',
    ]);
    expect(wrongsOf(`${TO_DO}\n\n${QUESTION}`)).toHaveLength(4);
  });

  it('has no other fields, and has to be valid YAML', () => {
    const more = FRONT_MATTER.replace('title:', 'author: me\ntitle:');
    expect(wrongsOf(`${more}\n${TO_DO}\n\n${QUESTION}`)).toEqual([
      '1: The front matter has no field “author”; it has title, question, leads, goal, misconceptions, source, numbers, given, claims.',
    ]);
    const broken = FRONT_MATTER.replace('question: How much?', 'question: "How much?');
    expect(wrongsOf(`${broken}\n${TO_DO}\n\n${QUESTION}`)).toEqual([
      expect.stringMatching(/^[3-6]: The front matter cannot be read: /),
    ]);
  });
});

describe('the fields of the front matter that a reader does not see', () => {
  const front = (fields: string) =>
    compilePage(
      `${FRONT_MATTER.replace('# Optional fields follow.', `# Optional fields follow.\n${fields}`)}\n${TO_DO}\n\n${QUESTION}`,
      'foundations/derivative',
      REFERENCES,
    );

  it('keep numbers as they are written', () => {
    const { front: read, problems } = front(
      'numbers:\n  0.50: sigmoid(0)\n  −3:\n    - 4 - 7\n    - 0 - 3\ngiven: 1.0, −2\nclaims:\n  - sigmoid(0) > 0\nmisconceptions:\n  - It is flat.',
    );
    expect(problems).toEqual([]);
    expect([...read.numbers]).toEqual([
      ['0.50', ['sigmoid(0)']],
      ['−3', ['4 - 7', '0 - 3']],
    ]);
    expect(read).toMatchObject({ given: ['1.0', '−2'], claims: ['sigmoid(0) > 0'], misconceptions: ['It is flat.'] });
  });

  it('name sections and figures of the book and parts of the lecture, which the page shows', () => {
    const { page: lesson, problems } = front(
      'source:\n  sections:\n    - 1 Derivatives\n    - 1 Nested Functions\n    - A Matrix Chain Rule\n  figures: 1-4 1-5\n  lecture: derivative',
    );
    expect(problems).toEqual([]);
    expect(lesson.source).toBe(
      'chapter 1, Derivatives and Nested Functions, appendix A, Matrix Chain Rule, figures 1-4 and 1-5; in the lecture, the derivative of the square',
    );
  });

  it.each([
    [
      'source:\n  sections:\n    - 1 Derivates',
      'There is no section of the book “1 Derivates”. Is “1 Derivatives” meant?',
    ],
    ['source:\n  figures: 9-9', 'There is no figure of the book “9-9”. Is “1-9” meant?'],
    ['source:\n  lecture: chain-4', 'There is no part of the lecture “chain-4”. Is “chain-2” meant?'],
    ['source:\n  pages: 12', '“source” has no “pages”; it has sections, figures, lecture.'],
    ['source: 1 Derivatives', '“source” needs the lines “sections:”, “figures:” or “lecture:” below it.'],
    [
      'source:\n  sections: 1 Derivatives',
      '“sections” must be a list, with a line “- …” for each section of the book.',
    ],
    ['misconceptions: It is flat.', '“misconceptions” must be a list, with a line “- …” for each entry.'],
    ['numbers: 3', '“numbers” needs a line “number: expression” for each number.'],
    ['given:\n  - 3', '“given” must be a line of numbers, separated by spaces.'],
  ])('are told to be as they should: %s', (fields, sentence) => {
    expect(front(fields).problems.map((problem) => problem.sentence)).toContain(sentence);
  });
});
