import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../web/lessons/compile/front-matter';
import { parseMarkdown } from '../../web/lessons/compile/markdown';
import { Problems } from '../../web/lessons/compile/problems';
import { readLessons } from '../../web/lessons/compile/read-lessons';
import { NumberCheck } from '../../web/lessons/numbers/check';
import { normalised } from '../../web/lessons/numbers/printed';
import { sourcesOf } from '../../web/lessons/numbers/sources';
import { TrainedRun } from '../../web/lessons/numbers/trained-run';
import { readEngine } from '../engine/node-worker';

const engine = await readEngine();
const check = new NumberCheck(engine, 'web/lessons');
const pages = [...readLessons('web/lessons').pages];

const folder = mkdtempSync(join(tmpdir(), 'minifactory-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The findings in a page with this Markdown. */
function findings(markdown: string): readonly string[] {
  const file = join(folder, 'page.md');
  writeFileSync(file, markdown);
  const front = readFrontMatter(parseMarkdown(markdown, new Problems()), new Problems());
  return check.findings({ file, front }).map(({ line, sentence }) => `${line}: ${sentence}`);
}

const page = (body: string, fields = '') => findings(`---\ntitle: A\n${fields}---\n${body}\n`);
const nowhere = (line: number, number: string) =>
  `${line}: ${number} has no source: list it under “numbers” with its expression, or under “given”.`;

describe('the facts of all lessons', () => {
  it('are those that the engine computes', () => {
    expect(check.facts.length).toBeGreaterThan(5);
    expect(check.wrongFacts()).toEqual([]);
  });
});

describe('every number in', () => {
  it.each(pages)('%s is tied and right', (_, { file, front }) => {
    expect(check.findings({ file, front })).toEqual([]);
  });

  it.each(pages.filter(([, { front }]) => front.numbers.size > 0))(
    '%s fails with a last digit changed',
    (_, { file, front }) => {
      const markdown = readFileSync(file, 'utf8');
      for (const printed of front.numbers.keys()) {
        const last = Number(printed.at(-1));
        const wrong = `${printed.slice(0, -1)}${(last + 5) % 10}`;
        // The page prints the wrong number, and so does its list.
        const changed = markdown
          .replaceAll(printed, wrong)
          .replaceAll(printed.replace('-', '−'), wrong.replace('-', '−'));
        const other = readFrontMatter(parseMarkdown(changed, new Problems()), new Problems());
        const copy = join(folder, 'changed.md');
        writeFileSync(copy, changed);
        expect(check.findings({ file: copy, front: other }), `${printed} as ${wrong}`).not.toEqual([]);
      }
    },
  );
});

describe('every number outside the text of the pages', () => {
  const front = (numbers: Readonly<Record<string, readonly string[]>>, given: readonly string[]) => ({
    ...readFrontMatter(parseMarkdown('', new Problems()), new Problems()),
    numbers: new Map(Object.entries(numbers)),
    given,
  });
  const subjects = readdirSync('web/explanations/subjects').map((name) => `web/explanations/subjects/${name}`);
  // The slope of leaky ReLU below 0, and the step of the course's numeric derivatives.
  const LEAK = { '0.2': ['leakyRelu(-1) / -1'] };
  const isUsed = (sentence: string) => !sentence.endsWith('which the page does not print.');

  it.each(['web/lessons/glossary.md', ...subjects])('%s is tied and right', (file) => {
    const found = check.findings({ file, front: front(LEAK, ['0.001']) });
    expect(found.filter(({ sentence }) => isUsed(sentence))).toEqual([]);
  });
});

describe('a number', () => {
  it('is tied by an expression, to the last digit printed', () => {
    const numbers = (printed: string) => `numbers:\n  ${printed}: sigmoid(1)\n`;
    expect(page('It is 0.7311.', numbers('0.7311'))).toEqual([]);
    expect(page('It is 0.7310.', numbers('0.7310'))[0]).toMatch(/^1: 0\.7310 is wrong: sigmoid\(1\) is 0\.7310585/);
    expect(page('It is −0.7311.', numbers('0.7311'))).toContain(nowhere(4 + 1, '-0.7311').replace('5:', '6:'));
  });

  it('is computed by an equation on the page, if the equation is right', () => {
    expect(page('So $0.5 + 0.75 = 1.25$.', 'given: 0.5 0.75\n')).toEqual([]);
    expect(page('So $0.5 + 0.75 = 1.26$.', 'given: 0.5 0.75\n')[0]).toBe(
      '5: The equation is wrong: 0.5 + 0.75 is 1.25, not 1.26.',
    );
    expect(page('So 40 − 10 + 2.5 = 32.5, and 32.5 it is.', 'given: 40 10 2.5\n')).toEqual([]);
    expect(page('$(3+\\Delta)^2 - 9 = 6\\Delta + \\Delta^2$')).toEqual([]);
  });

  it('needs no source in a phrase of facts.yaml, as a small count, or as the name of a place', () => {
    expect(page('The 506 rows have 13 features. Chapter 12, figures 1-6 and 1-17, row 445, two of 3.')).toEqual([]);
    expect(page('The 507 rows.')).toEqual([nowhere(4, '507')]);
  });

  it('may be chosen by the page, unless it has been computed', () => {
    expect(page('Let it be 0.25.', 'given: 0.25\n')).toEqual([]);
    expect(page('Let it be 0.2489.', 'given: 0.2489\n')).toEqual([
      '1: 0.2489 has too many digits for “given”: list it under “numbers” with its expression.',
    ]);
  });

  it('that a task sets is known, and one that a question asks for is not', () => {
    expect(page(':::do{reach="f1.rate=0.6"}\nSet it to 0.6, then to 0.7.\n:::')).toEqual([nowhere(5, '0.7')]);
    expect(page(':::question{id=q1 answer=4}\nHow many?\n:::')).toEqual([nowhere(4, '4')]);
    expect(page(':::question{id=q1 answer=4}\nHow many?\n:::explain\n$2 \\cdot 2 = 4$\n:::\n:::')).toEqual([]);
  });

  it('may be untied in a wrong item, but not in the reply to it', () => {
    expect(page('- [x] a\n- [ ] 99.5\n  - It is 98.5.')).toEqual([nowhere(6, '98.5')]);
  });

  it('in a listing may be short, and in an index is none', () => {
    expect(page('```python\nx = 0.25 * 0.7311\n```\n\n$x_{13}^{12}$')).toEqual([nowhere(5, '0.7311')]);
  });

  it('must not be listed if the page does not print it', () => {
    expect(page('Nothing.', 'given: 0.5\nnumbers:\n  0.7311: sigmoid(1)\n')).toEqual([
      '1: “numbers” lists 0.7311, which the page does not print.',
      '1: “given” lists 0.5, which the page does not print.',
    ]);
  });
});

describe('a claim', () => {
  it('has to be true, and computable', () => {
    expect(page('', 'claims:\n  - sigmoid(0) === 0.5\n')).toEqual([]);
    expect(page('', 'claims:\n  - sigmoid(0) > 0.5\n')).toEqual(['1: The claim is wrong: sigmoid(0) > 0.5 is false.']);
    expect(page('', 'claims:\n  - sigmoyd(0) > 0.5\n')[0]).toMatch(/“sigmoyd\(0\) > 0\.5” cannot be computed/);
  });
});

describe('an expression', () => {
  const value = (expression: string) => check.compute(expression);

  it('computes with the engine', () => {
    expect(value("slope('square sigmoid', 2)")).toBeCloseTo(0.0706508, 7);
    expect(value("forward('weight-multiply', [[1, 2]], [[3], [4]])")).toEqual([[11]]);
    expect(value("backward('weight-multiply', [[1, 2]], [[2]], [[3], [4]])")).toEqual({
      input: [[6, 8]],
      parameter: [[2], [4]],
    });
    expect(value('vector.dLdX[0][1]')).toBeCloseTo(-0.0557, 4);
  });

  it('trains runs, with changes, once each', () => {
    expect(value("run('chapter-3-linear').test.rmse")).toBeCloseTo(5.0092, 4);
    expect(value("run('chapter-2-network', 'batches=5000').batches")).toBe(5000);
    expect(value("run('chapter-2-linear', without('B')).recipe.data.features.length")).toBe(12);
    expect(value("run('chapter-3-linear') === run('chapter-3-linear')")).toBe(true);
    expect(value("careful('two-hidden', 'data').test.rmse === careful('two-hidden').test.rmse")).toBe(false);
  });

  it.each([
    "run('chapter-9')",
    "run('chapter-3-linear', 'split.seed')",
    "run('chapter-3-linear', 'split.seed=-1')",
    "careful('two-hidden', 'luck')",
    "column('ZEBRA')",
    "run('chapter-3-linear').lossAfter(7)",
  ])('that asks for what is not there throws: %s', (expression) => {
    expect(() => value(expression)).toThrow(RangeError);
  });
});

it('the guide lists everything that an expression and a run can use', () => {
  const guide = readFileSync('docs/writing-lessons.md', 'utf8');
  const run = Object.getOwnPropertyNames(TrainedRun.prototype).filter((name) => name !== 'constructor');
  for (const name of [...Object.keys(sourcesOf(engine)), ...run]) {
    expect(guide, name).toMatch(new RegExp(String.raw`\b${name}\b`));
  }
});

it('a printed number is read with its sign and without its separators', () => {
  expect(['−0.5', '10,000', '3.10'].map(normalised)).toEqual(['-0.5', '10000', '3.10']);
});
