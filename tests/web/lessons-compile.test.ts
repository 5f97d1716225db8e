import { describe, expect, it } from 'vitest';
import { FIGURES } from '../../web/figures/descriptions.js';
import type { FigureDescription } from '../../web/figures/fields.js';
import { compileGlossary } from '../../web/lessons/compile/glossary';
import { compilePage } from '../../web/lessons/compile/page';
import { shuffled } from '../../web/lessons/compile/shuffle';
import type { QuestionBlock } from '../../web/lessons/lesson';
import { FRONT_MATTER, page, QUESTION, REFERENCES, TO_DO } from './lessons-fixtures';

/** The problems of a page with this body, which begins at line 8. */
const wrongs = (body: string) => page(body).problems.map(({ line, sentence }) => `${line}: ${sentence}`);

/** The problems of a whole file. */
const wrongsOf = (text: string) =>
  compilePage(text, 'foundations/derivative', REFERENCES).problems.map(({ line, sentence }) => `${line}: ${sentence}`);

describe('a lesson without a fault', () => {
  it('becomes blocks in the order of its text', () => {
    const { page: lesson, problems } = page(
      'Words.\n\n::figure{name=slope point=2}\n\n::three-ways{subject=derivative}\n\n:::note\nAn aside.\n:::',
      ':::do{reach="f1.point=-1"}\nDrag it.\n:::',
    );
    expect(problems).toEqual([]);
    expect(lesson.blocks.map(({ kind }) => kind)).toEqual(['text', 'figure', 'three-ways', 'note', 'do', 'question']);
    expect(lesson).toMatchObject({ id: 'foundations/derivative', title: 'The derivative', leads: 'Onwards.' });
  });

  it('has its figures with a value for every field, named in order or as the author says', () => {
    const { page: lesson } = page(
      '::figure{name=slope point=-2.5 function=relu chain="relu, square" matrix="4 3 2 1" open}\n\n::figure{name=slope id=own}\n\n::figure{name=slope}',
    );
    expect(lesson.blocks.slice(0, 3)).toEqual([
      {
        kind: 'figure',
        id: 'f1',
        name: 'slope',
        values: { point: -2.5, function: 'relu', chain: ['relu', 'square'], matrix: [4, 3, 2, 1], open: true },
      },
      expect.objectContaining({ id: 'own', values: expect.objectContaining({ point: 1, open: false }) }),
      expect.objectContaining({ id: 'f3' }),
    ]);
  });

  it('has its links: to terms, pages and runs of the playground', () => {
    const { page: lesson, problems } = page(
      'A :term[derivative], two :term[learning rates]{of="learning rate"}, :page[before]{to=foundations/functions}, :playground[a run]{preset=chapter-2-network}, [elsewhere](https://example.org).',
    );
    expect(problems).toEqual([]);
    const { html } = lesson.blocks[0] as { html: string };
    expect(html).toContain('<a href="#lessons/glossary/derivative" class="term">derivative</a>');
    expect(html).toContain('<a href="#lessons/glossary/learning-rate" class="term">learning rates</a>');
    expect(html).toContain('<a href="#lessons/foundations/functions" class="page">before</a>');
    expect(html).toContain('<a href="#train?preset=chapter-2-network" class="playground">a run</a>');
    expect(html).toContain('<a href="https://example.org" rel="noreferrer">elsewhere</a>');
  });

  it('has its formulas as MathML, in the line or on a line of their own, without style attributes', () => {
    const { page: lesson } = page('Let $x^2$ be.\n\n$$\\frac{\\partial L}{\\partial W}$$\n\n- $$y$$');
    const { html } = lesson.blocks[0] as { html: string };
    expect(html.match(/<math/g)).toHaveLength(3);
    expect(html.match(/<math display="block"/g)).toHaveLength(2);
    expect(html).toContain('<mfrac>');
    expect(html).not.toContain('style=');
  });

  it('leaves colons between words and numbers alone', () => {
    const { page: lesson, problems } = page('Split 70:30, drawn x:y.');
    expect(problems).toEqual([]);
    expect(lesson.blocks[0]).toEqual({ kind: 'text', html: '<p>Split 70:30, drawn x:y.</p>' });
  });

  it('has questions with a number', () => {
    const { page: lesson } = page(
      ':::question{id=q1 answer=-0.25 within=0.01 unit="$1000s"}\nAsk.\n\n:::hint\nOne.\n:::\n\n:::hint\nTwo.\n:::\n\n:::explain\nBecause.\n:::\n:::',
    );
    expect(lesson.blocks[0]).toEqual({
      kind: 'question',
      id: 'q1',
      html: '<p>Ask.</p>',
      asks: 'arithmetic',
      answer: { kind: 'number', value: -0.25, within: 0.01, unit: '$1000s', misconceptions: [] },
      hints: ['<p>One.</p>', '<p>Two.</p>'],
      explanation: '<p>Because.</p>',
    });
    expect(lesson.blocks.at(-1)).toMatchObject({ id: 'q2' });
  });

  it('has questions with choices, and remarks on them', () => {
    const { page: lesson } = page(
      ':::question{id=q1}\nWhich?\n\n- [x] $-6$\n- [ ] One\n  - You added.\n\n:::explain\nBecause.\n:::\n:::',
    );
    const { answer, html } = lesson.blocks[0] as unknown as { answer: { options: object[] }; html: string };
    expect(html).toBe('<p>Which?</p>');
    expect(answer.options).toHaveLength(2);
    expect(answer.options).toEqual(
      expect.arrayContaining([
        { html: expect.stringContaining('<math>'), right: true, feedback: '' },
        { html: 'One', right: false, feedback: '<p>You added.</p>' },
      ]),
    );
  });

  it('may have more colons around nested elements, but need not', () => {
    expect(wrongs('::::question{id=q1 answer=1}\nAsk.\n:::hint\nSo?\n:::\n:::explain\nSo.\n:::\n::::')).toEqual([]);
    expect(wrongs('```text\n:::\n```')).toEqual([]);
  });
});

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

describe('what every page needs', () => {
  it('is something to do and a question', () => {
    expect(wrongsOf(`${FRONT_MATTER}\n${QUESTION}`)).toEqual(['1: The page has no task: add a “:::do”.']);
    expect(wrongsOf(`${FRONT_MATTER}\n${TO_DO}`)).toEqual(['1: The page has no question: add a “:::question”.']);
  });
});

describe('a broken reference is reported with its line', () => {
  const cases: readonly (readonly [what: string, body: string, wrong: string])[] = [
    ['a figure', '\n::figure{name=slop}', '9: There is no figure “slop”. Is “slope” meant?'],
    ['a figure without a name', '::figure{point=1}', '8: “figure” needs “name”.'],
    [
      'a field',
      '::figure{name=slope pint=1}',
      '8: “figure” has no attribute “pint”; it has name, id, point, function, chain, matrix, open. (Put a value with spaces in quotes.)',
    ],
    [
      'a number out of its bounds',
      '::figure{name=slope point=3.5}',
      '8: “point” of the figure “slope” must be a number from -3 to 3, not “3.5”.',
    ],
    [
      'no number',
      '::figure{name=slope point=one}',
      '8: “point” of the figure “slope” must be a number from -3 to 3, not “one”.',
    ],
    [
      'a choice',
      '::figure{name=slope function=cube}',
      '8: “function” of the figure “slope” must be one of square, relu, not “cube”.',
    ],
    [
      'too many names',
      '::figure{name=slope chain="relu,relu,relu"}',
      '8: “chain” of the figure “slope” must be 1 to 2 of square, relu, with commas between them, not “relu,relu,relu”.',
    ],
    [
      'too few numbers',
      '::figure{name=slope matrix="1 2 3"}',
      '8: “matrix” of the figure “slope” must be 4 numbers from -9 to 9, with spaces between them, not “1 2 3”.',
    ],
    [
      'a flag',
      '::figure{name=slope open=maybe}',
      '8: “open” of the figure “slope” must be true or false, not “maybe”.',
    ],
    [
      'the same id twice',
      '::figure{name=slope id=a}\n\n::figure{name=slope id=a}',
      '10: There is another figure “a” on this page; give it its own id.',
    ],
    [
      'an id that no address can carry',
      '::figure{name=slope id="A.b"}',
      '8: The id “A.b” must be made of small letters, digits and hyphens.',
    ],
    ['a subject', '::three-ways{subject=derivativ}', '8: There is no subject “derivativ”. Is “derivative” meant?'],
    ['a term', 'One\ntwo :term[derivatives].', '9: There is no glossary entry “derivatives”. Is “derivative” meant?'],
    [
      'a page',
      ':page[there]{to=foundations/funktions}',
      '8: There is no page “foundations/funktions”. Is “foundations/functions” meant?',
    ],
    ['a page without its name', ':page[there]', '8: “page” needs “to”.'],
    ['a preset', ':playground[run]{preset=chapter-9}', '8: There is no preset “chapter-9”.'],
    ['a link without words', ':page{to=foundations/functions}', '8: “page” needs its words: “:page[words]”.'],
    ['a formula', 'Words.\n\n$\\fraq{1}{2}$', '10: The formula cannot be read: '],
    ['a formula on its own line', '$$\n\\frac{1\n$$', '8: The formula cannot be read: '],
    ['an element', '::figur{name=slope}', '8: There is no element “figur”. Is “figure” meant?'],
    ['an element in a line', 'A :trm[word].', '8: There is no element “trm”. Is “term” meant?'],
    ['an element with too few colons', '::do[x]', '8: “do” is written “:::do”.'],
    ['an element with too many', ':::figure{name=slope}\n:::', '8: “figure” is written “::figure”.'],
    ['a hint on its own', ':::hint\nx\n:::', '8: “hint” belongs inside a “:::question”.'],
    ['a figure within', ':::note\n::figure{name=slope}\n:::', '9: “figure” cannot stand here.'],
    ['an empty element', ':::note\n:::', '8: This “note” says nothing.'],
    ['an element never closed', '\n:::note\nx', '9: This “:::” is never closed.'],
    ['a fence that closes nothing', 'x\n\n:::', '10: This “:::” closes nothing.'],
    ['HTML', 'x <b>y</b>', '8: HTML is not allowed here; use the elements of a lesson.'],
    [
      'a picture',
      '![x](https://example.org/x.png)',
      '8: Images are not allowed in a lesson; use a figure, which computes what it shows.',
    ],
    [
      'a link that is not to elsewhere',
      '[x](foundations/functions)',
      '8: A link leads to “https://…”; within the lessons it is written “:page[words]{to=…}”.',
    ],
    ['a title in the text', '# Title', '8: The title stands in the front matter; headings begin with “##”.'],
  ];

  it.each(cases)('%s', (_, body, wrong) => {
    expect(wrongs(body)[0]).toContain(wrong);
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

describe('the glossary', () => {
  const glossary = (text: string) => compileGlossary(text, REFERENCES);

  it('is sorted by the alphabet, whatever its order', () => {
    const { entries, problems } = glossary(
      '### learning rate\n\nHow far.\n\n### derivative\n\nHow steep, see :term[learning rate].',
    );
    expect(problems).toEqual([]);
    expect(entries.map(({ id, term }) => [id, term])).toEqual([
      ['derivative', 'derivative'],
      ['learning-rate', 'learning rate'],
    ]);
    expect(entries[0]?.html).toContain('href="#lessons/glossary/learning-rate"');
  });

  it('explains each term once, and only terms', () => {
    expect(glossary('Words.\n\n### a\n\n### b\n\nx :term[z].\n\n### b\n\ny').problems).toEqual([
      { line: 1, sentence: 'The glossary begins with a term: “### term”.' },
      { line: 3, sentence: '“a” has no text.' },
      { line: 7, sentence: 'There is no glossary entry “z”.' },
      { line: 9, sentence: '“b” has two entries.' },
    ]);
  });
});
