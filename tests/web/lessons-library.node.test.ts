import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkChoice, checkNumber } from '../../web/lessons/check-answer';
import { readLibrary } from '../../web/lessons/compile/library';
import { compilePage } from '../../web/lessons/compile/page';
import { lessons } from '../../web/lessons/compile/plugin.js';
import { readLessons, SURROUNDINGS } from '../../web/lessons/compile/read-lessons';
import type { QuestionBlock } from '../../web/lessons/lesson';
import { FRONT_MATTER, QUESTION, REFERENCES, TO_DO } from './lessons-fixtures';

const LESSON = `${FRONT_MATTER}\n${TO_DO}\n\n${QUESTION}\n`;
let root = '';

function write(path: string, text = LESSON): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'minifactory-'));
  write('web/lessons/glossary.md', '### derivative\n\nHow steep.\n');
  write('web/lessons/1-foundations/chapter.yaml', 'needs:\n  - Functions.\n');
});
afterEach(() => rmSync(root, { recursive: true }));

describe('a folder of lessons', () => {
  const read = () => readLibrary(join(root, 'web/lessons'), REFERENCES);

  it('is read in the order of its numbers', () => {
    write('web/lessons/2-from-scratch/1-operation.md');
    write('web/lessons/2-from-scratch/chapter.yaml', 'needs:\n  - Chapter 1.\n');
    write('web/lessons/1-foundations/10-chain.md');
    write('web/lessons/1-foundations/2-derivative.md');
    const { chapters, faults } = read();
    expect(faults).toEqual([]);
    expect(chapters.map(({ number, title, pages }) => [number, title, pages.map(({ id }) => id)])).toEqual([
      [1, 'Foundations', ['foundations/derivative', 'foundations/chain']],
      [2, 'From scratch', ['from-scratch/operation']],
    ]);
  });

  it('says of each chapter what comes before it', () => {
    write('web/lessons/2-from-scratch/1-operation.md');
    write('web/lessons/1-foundations/1-chain.md');
    const { guide, faults } = read();
    expect(guide.map(({ needs }) => needs)).toEqual([['Functions.'], []]);
    expect(faults.map(({ file, sentence }) => [file.split('/').slice(-2).join('/'), sentence])).toEqual([
      [
        '2-from-scratch/chapter.yaml',
        'A chapter needs “needs”: what its readers should know, with a line “- …” for each.',
      ],
    ]);
  });

  it('has file names that say number and address, each number once', () => {
    write('web/lessons/1-foundations/derivative.md');
    write('web/lessons/1-foundations/1-chain.md');
    write('web/lessons/1-foundations/1-nested.md');
    const faults = read().faults.map(({ file, sentence }) => `${file.split('/').at(-1)}: ${sentence}`);
    expect(faults.toSorted()).toEqual([
      '1-chain.md: The number 1 is already used by “1-nested.md”.',
      '1-nested.md: The number 1 is already used by “1-chain.md”.',
      'derivative.md: A lesson’s file is called “<number>-<name>.md”, the name in small letters, digits and hyphens.',
    ]);
  });

  it('is searched without its answers', () => {
    write('web/lessons/1-foundations/1-chain.md');
    const [text] = read().texts;
    expect(text).toMatchObject({ kind: 'page', id: 'foundations/chain', title: 'The derivative' });
    expect(text?.text).toBe('How much? Drag it. How much? Onwards.');
  });
});

describe('the build', () => {
  const run = () => {
    write('web/main.js', "import { PAGES } from 'virtual:lessons';\nconsole.log(PAGES);\n");
    return build({
      configFile: false,
      root: join(root, 'web'),
      logLevel: 'silent',
      plugins: [lessons(join(root, 'web/lessons'))],
      build: { write: false, rolldownOptions: { input: join(root, 'web/main.js') } },
    });
  };

  it('fails on a broken reference, with file and line', async () => {
    write('web/lessons/1-foundations/1-chain.md', LESSON.replace('Drag it.', 'See :term[nothing at all].'));
    await expect(run()).rejects.toThrow(
      'web/lessons/1-foundations/1-chain.md:9: There is no glossary entry “nothing at all”.',
    );
  });

  it('makes a file of each page, loaded when it is opened', async () => {
    write('web/lessons/1-foundations/1-chain.md');
    write('web/lessons/1-foundations/2-nested.md', LESSON.replace('The derivative', 'A nest'));
    const result = await run();
    if (!('output' in result)) throw new Error('The build gave no output.');
    const [page, ...more] = result.output.filter((chunk) => chunk.type === 'chunk' && chunk.code.includes('A nest'));
    expect(page).toMatchObject({ isDynamicEntry: true, code: expect.not.stringContaining('The derivative') });
    expect(more).toEqual([]);
  });
});

describe('the lessons there are', () => {
  const { chapters, pages, faults } = readLessons('web/lessons');

  it('have no fault', () => {
    expect(faults).toEqual([]);
    expect(chapters.map(({ id }) => id)).toEqual(['foundations', 'fundamentals', 'from-scratch']);
  });

  const questions = [...pages.values()].flatMap(({ page }) =>
    page.blocks.filter((block): block is QuestionBlock => block.kind === 'question').map((block) => ({ page, block })),
  );

  it.each(questions.map(({ page, block }) => [`${page.id} ${block.id}`, block] as const))(
    'take their own answer and no other: %s',
    (_, { answer }) => {
      if (answer.kind === 'number') {
        expect(checkNumber(answer, String(answer.value))).toEqual({ right: true });
        expect(checkNumber(answer, String(answer.value + 2 * answer.within + 1)).right).toBe(false);
        return;
      }
      const right = answer.options.flatMap((option, place) => (option.right ? [place] : []));
      expect(checkChoice(answer, new Set(right))).toEqual({ right: true });
      for (const [place, option] of answer.options.entries()) {
        if (!option.right) expect(checkChoice(answer, new Set([place])).right).toBe(false);
      }
    },
  );
});

describe('the guide to writing lessons', () => {
  const guide = readFileSync('docs/writing-lessons.md', 'utf8');
  const [, example = ''] = /```markdown\n(.*?)```/s.exec(guide) ?? [];
  const { pages } = readLessons('web/lessons');

  it('has an example that compiles as it stands', () => {
    const references = { ...SURROUNDINGS, pages: new Set(pages.keys()), terms: new Set(['derivative']) };
    const { page, problems } = compilePage(example, 'foundations/example', references);
    expect(problems).toEqual([]);
    expect(page.blocks.map(({ kind }) => kind)).toEqual(['text', 'figure', 'three-ways', 'do', 'question']);
  });
});
