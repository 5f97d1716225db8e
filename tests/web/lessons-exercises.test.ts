/** What the compiler of lessons makes of tasks and questions. */
import { describe, expect, it } from 'vitest';
import { FIGURES } from '../../web/figures/descriptions.js';
import type { FigureDescription } from '../../web/figures/fields.js';
import { compilePage } from '../../web/lessons/compile/page';
import { shuffled } from '../../web/lessons/compile/shuffle';
import type { QuestionBlock } from '../../web/lessons/lesson';
import { FRONT_MATTER, page, QUESTION, REFERENCES } from './lessons-fixtures';

/** The problems of a page with this body, which begins at line 8. */
const wrongs = (body: string) => page(body).problems.map(({ line, sentence }) => `${line}: ${sentence}`);

describe('the figure state that a task asks for', () => {
  const figure = '::figure{name=slope}\n\n::figure{name=chain id=own}';
  const task = (reach: string) =>
    compilePage(
      `${FRONT_MATTER}\n${figure}\n\n:::do{reach="${reach}"}\nDrag it.\n:::\n\n${QUESTION}`,
      'foundations/derivative',
      { ...REFERENCES, figures: { ...REFERENCES.figures, chain: FIGURES.chain as FigureDescription } },
    );
  const wrongsOfTask = (reach: string) => task(reach).problems.map(({ sentence }) => sentence);

  it('is read step by step', () => {
    const { reaches, problems } = task(
      'f1.point=2 and f1.open; own.derivative=0 by point; own.value<0.5'.replace('f1.open', 'f1.open=true'),
    );
    expect(problems).toEqual([]);
    expect(reaches).toEqual([
      {
        line: 12,
        steps: [
          [
            { kind: 'setting', figure: 'f1', field: 'point', value: 2 },
            { kind: 'setting', figure: 'f1', field: 'open', value: true },
          ],
          [{ kind: 'outcome', figure: 'own', quantity: 'derivative', operator: '=', value: 0, by: 'point' }],
          [{ kind: 'outcome', figure: 'own', quantity: 'value', operator: '<', value: 0.5, by: null }],
        ],
      },
    ]);
  });

  it('is required on a page with figures', () => {
    expect(page(figure.split('\n')[0] as string).problems.map(({ sentence }) => sentence)).toEqual([
      'A task needs the state of a figure that it asks for: add “reach=…”.',
    ]);
  });

  it.each([
    ['f1.point=26', 'The figure cannot reach this: “point” must be a number from -3 to 3, not “26”.'],
    ['f9.point=1', 'There is no figure on this page “f9”. Is “f1” meant?'],
    ['f1.pint=1', 'There is no field of “slope” “pint”. Is “point” meant?'],
    ['point=1', '“point=1” is not a state of a figure; write “f1.point=2” or “f1.derivative=0 by point”.'],
    ['own.derivativ=0 by point', 'There is no field of “chain” “derivativ”. Is “derivative” meant?'],
    ['own.derivative=0 by functions', '“by functions” must name a number that readers can set in the figure “chain”.'],
    ['own.derivative=flat by point', '“derivative” is compared with a number, not with “flat”.'],
  ])('has to be possible: %s', (reach, sentence) => {
    expect(wrongsOfTask(reach)).toEqual([sentence]);
  });
});

describe('a question', () => {
  const parts = ':::hint\nSo?\n:::\n\n:::explain\nSo.\n:::\n:::';
  const blockOf = (question: string) => page(question).page.blocks[0] as QuestionBlock;

  it('knows wrong answers that reveal a misconception', () => {
    const { answer } = blockOf(
      `:::question{id=q1 answer=6}\nAsk.\n\n:::wrong{answer=9}\nThat is the square.\n:::\n\n${parts}`,
    );
    expect(answer).toMatchObject({ misconceptions: [{ value: 9, html: '<p>That is the square.</p>' }] });
  });

  it('asks for judgement if it offers choices, and for arithmetic otherwise, unless “asks” is set', () => {
    const choices = '\nAsk.\n\n- [x] a\n- [ ] b\n\n';
    expect(blockOf(`:::question{id=q1}${choices}${parts}`).asks).toBe('judgement');
    expect(blockOf(`:::question{id=q1 asks=arithmetic}${choices}${parts}`).asks).toBe('arithmetic');
    expect(blockOf(`:::question{id=q1 answer=1 asks=judgement}\nAsk.\n\n${parts}`).asks).toBe('judgement');
  });

  it('has its items in an order that only the page and the question decide', () => {
    const items = ['a', 'b', 'c', 'd', 'e', 'f'];
    const order = shuffled(items, 'foundations/derivative q1');
    expect(order).toEqual(shuffled(items, 'foundations/derivative q1'));
    expect(order.toSorted()).toEqual(items);
    const firsts = Array.from({ length: 600 }, (_, seed) => shuffled(items, `page q${seed}`)[0]);
    for (const item of items) {
      expect(firsts.filter((first) => first === item).length).toBeGreaterThan(60);
      expect(firsts.filter((first) => first === item).length).toBeLessThan(140);
    }
  });
});

describe('a question without a required part is reported: it has to be', () => {
  const explained = ':::explain\nSo.\n:::\n:::';
  const cases: readonly (readonly [what: string, body: string, wrong: string])[] = [
    ['named', `:::question{answer=1}\nAsk.\n\n${explained}`, '8: “question” needs its own id, such as “id=q1”'],
    ['named in the usual way', `:::question{id=one answer=1}\nAsk.\n\n${explained}`, '8: “question” needs its own id'],
    [
      'named unlike others',
      `:::question{id=q1 answer=1}\nAsk.\n\n${explained}\n\n:::question{id=q1 answer=1}\nAsk.\n\n${explained}`,
      '16: Another “question” on this page has the id “q1”.',
    ],
    ['explained', ':::question{id=q1 answer=1}\nAsk.\n:::', '8: A question needs one “:::explain”'],
    ['helped with', ':::question{id=q1 answer=1}\nAsk.\n:::explain\nSo.\n:::\n:::', '8: A question needs a “:::hint”'],
    [
      'of a kind',
      `:::question{id=q1 answer=1 asks=luck}\nAsk.\n\n${explained}`,
      '8: “asks” must be one of arithmetic, judgement',
    ],
    [
      'wrong where it is',
      `:::question{id=q1 answer=1 within=0.1}\nAsk.\n\n:::wrong{answer=1.05}\nNo.\n:::\n${explained}`,
      '11: This wrong answer would be taken as right.',
    ],
    [
      'wrong by a number',
      `:::question{id=q1 answer=1}\nAsk.\n\n:::wrong{answer=two}\nNo.\n:::\n${explained}`,
      '11: “answer” must be a number.',
    ],
    [
      'wrong below an item',
      `:::question{id=q1}\nAsk.\n\n- [x] a\n- [ ] b\n\n:::wrong\nNo.\n:::\n${explained}`,
      '14: Write the reply to a wrong choice as a list',
    ],
    ['asked', `:::question{id=q1 answer=1}\n${explained}`, '8: This question has no text.'],
    ['answered', `:::question{id=q1}\nAsk.\n\n${explained}`, '8: A question has either “answer=…”'],
    [
      'answered in one way',
      `:::question{id=q1 answer=1}\nAsk.\n\n- [x] a\n- [ ] b\n\n${explained}`,
      '8: A question has either',
    ],
    ['answered by a number', `:::question{id=q1 answer=one}\nAsk.\n\n${explained}`, '8: “answer” must be a number.'],
    [
      'answered within a range',
      `:::question{id=q1 answer=1 within=-1}\nAsk.\n\n${explained}`,
      '8: “within”, the tolerance, must be a number from 0',
    ],
    [
      'a choice of two',
      `:::question{id=q1}\nAsk.\n\n- [x] a\n\n${explained}`,
      '11: A choice needs at least two items.',
    ],
    [
      'right somewhere',
      `:::question{id=q1}\nAsk.\n\n- [ ] a\n- [ ] b\n\n${explained}`,
      '11: None of the items is right',
    ],
    [
      'wrong somewhere',
      `:::question{id=q1}\nAsk.\n\n- [x] a\n- [x] b\n\n${explained}`,
      '11: All of the items are right',
    ],
    [
      'marked throughout',
      `:::question{id=q1}\nAsk.\n\n- [x] a\n- b\n\n${explained}`,
      '12: This item has no “[x]” or “[ ]”.',
    ],
  ];

  it.each(cases)('%s', (_, body, wrong) => {
    expect(wrongs(body).some((one) => one.startsWith(wrong))).toBe(true);
  });
});
