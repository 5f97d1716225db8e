import { describe, expect, it } from 'vitest';
import { compileGlossary } from '../../web/lessons/compile/glossary';
import { compilePage } from '../../web/lessons/compile/page';
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
