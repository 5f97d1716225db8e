/** The catalogue of parts, and the errors if the core and the pages do not match. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { arithmeticRules } from '../../web/explanations/compiler/arithmetic.js';
import { catalogue } from '../../web/explanations/compiler/catalogue.js';
import { cataloguePage, partProgram, partWalk } from '../../web/explanations/compiler/part-page.js';
import { readSubject } from '../../web/explanations/compiler/subject-file.js';
import { holds } from '../../web/explanations/explanation';
import { updateCatalogue } from '../../web/explanations/subjects.js';

/** A whole page. */
const FILE = 'web/explanations/subjects/leaky-relu-operation.md';
const PAGE = readFileSync(FILE, 'utf8');
const page = (text = PAGE) => readSubject('leaky-relu-operation', FILE, text);

const REGISTRY = `constexpr Entry kOperations[] = {
    {"leaky-relu", make<LeakyReLU>},
};
`;
const core = (registry: string) => (name: string) => (name === 'operations/registry.cpp' ? registry : '');

describe('the catalogue', () => {
  it('is up to date', () => {
    expect(updateCatalogue(false)).toBe(false);
  });

  it('has an entry for each name of a registry, with what its page says', () => {
    const entry = cataloguePage(page());
    expect(catalogue(entry === undefined ? [] : [entry], core(REGISTRY)).OPERATIONS).toEqual([
      {
        name: 'leaky-relu',
        class: 'LeakyReLU',
        label: 'Leaky ReLU (slope 0.2)',
        word: 'leaky ReLU',
        letter: 'leaky',
        output: 'O',
        hasKink: true,
        role: 'activation',
        subject: 'leaky-relu-operation',
      },
    ]);
  });

  it('points at the line of a part that has no page', () => {
    expect(() => catalogue([], core(REGISTRY))).toThrow(
      'wasm/core/operations/registry.cpp:2: The operation "leaky-relu" has no page: write ' +
        'web/explanations/subjects/leaky-relu-operation.md (docs/explanations.md says how).',
    );
  });

  it('names a page whose part the core does not have', () => {
    const entry = cataloguePage(page());
    expect(() => catalogue(entry === undefined ? [] : [entry], core(''))).toThrow(
      `${FILE}:1: wasm/core/operations/registry.cpp has no operation "leaky-relu".`,
    );
  });
});

describe('the page of a part', () => {
  const withoutLine = (key: string) => PAGE.replace(new RegExp(`^${key}: .*\n`, 'm'), '');
  const withoutFence = (fence: string) => PAGE.replace(new RegExp(`^\`\`\`${fence}\n[\\s\\S]*?^\`\`\`\n`, 'm'), '');

  it.each(['name', 'class', 'label', 'word', 'letter', 'output', 'forward', 'numpy', 'pytorch'])(
    'without its %s stops the build at its front matter',
    (key) => {
      expect(() => cataloguePage(page(withoutLine(key)))).toThrow(`${FILE}:2: The front matter has no "${key}".`);
    },
  );

  it.each([
    ['math Element by element', '## Forward', 'math'],
    ['numpy Forward', '## Forward', 'numpy'],
    ['arithmetic output', '## Forward', 'arithmetic output'],
    ['numpy Backward', '## Backward', 'numpy'],
    ['arithmetic inputGradient', '## Backward', 'arithmetic inputGradient'],
    ['onnx', '## ONNX', 'onnx'],
  ])('without its fence %s stops the build and says so', (fence, section, wanted) => {
    expect(() => cataloguePage(page(withoutFence(fence)))).toThrow(
      `${FILE}:2: The section "${section}" has no fence ${'`'.repeat(3)}${wanted}.`,
    );
  });

  it.each([
    ['part: operation', 'part: operator', 2, '"operator" is no kind of part'],
    ['role: activation', 'role: squeezer', 4, 'needs a role'],
  ])('with %s as %s stops the build at its line', (before, after, line, words) => {
    const broken = PAGE.replace(before, after);
    expect(() => cataloguePage(page(broken))).toThrow(`${FILE}:${line}: `);
    expect(() => cataloguePage(page(broken))).toThrow(words);
  });

  it.each([
    ['{input} if {input} > 0', '{input if {input} > 0', 'is not arithmetic'],
    ['leaked = Mul(input, 0.2)', 'leaked: Mul(input, 0.2)', 'is not a node'],
    ['output = Max(input, leaked)', 'larger = Max(input, leaked)', 'The last node makes "output"'],
    ['```numpy Forward', '```numpy Forward {when not gradient=mean}', 'is not a condition'],
  ])('with %s as %s stops the build at its line', (before, after, words) => {
    const broken = PAGE.replace(before, after);
    const line = broken.split('\n').findIndex((text) => text.includes(after.split('\n')[0] as string)) + 1;
    const compiled = () => [partWalk(page(broken)), partProgram(page(broken))];
    expect(compiled).toThrow(words);
    expect(compiled).toThrow(`${FILE}:${line}: `);
  });
});

describe('a condition', () => {
  const when = (text: string) =>
    page(PAGE.replace('```numpy Forward', `\`\`\`numpy Forward {when ${text}}`)).fences[1]?.when;

  it('names settings and quirks, and joins several', () => {
    expect(when('gradient=mean and not summedBiasGradient')).toEqual([
      { name: 'gradient', is: 'mean' },
      { name: 'summedBiasGradient', is: false },
    ]);
  });

  it('is true if all of its clauses are true', () => {
    const condition = when('gradient=mean and not summedBiasGradient') ?? null;
    expect(holds(condition, { gradient: 'mean', summedBiasGradient: false })).toBe(true);
    expect(holds(condition, { gradient: 'sum', summedBiasGradient: false })).toBe(false);
    expect(holds(condition, { gradient: 'mean', summedBiasGradient: true })).toBe(false);
    expect(holds(null, {})).toBe(true);
  });
});

describe('arithmetic', () => {
  const rules = (text: string) => {
    const [fence] = page(
      PAGE.replace(/```arithmetic output\n[\s\S]*?```/, `\`\`\`arithmetic output\n${text}\n\`\`\``),
    ).fences.filter(({ language }) => language === 'arithmetic');
    return fence === undefined ? [] : arithmeticRules(FILE, fence);
  };
  const at = (array: string, row = 'i', column = 'j') => ({ array, row, column, isNegated: false, isBracketed: false });

  it('is text with numbers in it', () => {
    expect(rules('1 / (1 + e^{-input})')).toMatchObject([
      { target: 'output', ifPositive: null, over: [], body: ['1 / (1 + e^', { ...at('input'), isNegated: true }, ')'] },
    ]);
    expect(rules('max(0, {input})')[0]?.body[1]).toEqual({ ...at('input'), isBracketed: true });
  });

  it('may apply only above 0', () => {
    expect(rules('{input} if {input} > 0')).toMatchObject([{ ifPositive: at('input'), body: [at('input')] }]);
  });

  it('may be a sum over one index or several, with more around it', () => {
    expect(rules('Σ k: {input[i,k]}·{parameter[k,j]}')).toMatchObject([
      { before: '', over: ['k'], body: [at('input', 'i', 'k'), '·', at('parameter', 'k', 'j')], after: [] },
    ]);
    expect(rules('(Σ k, l: {input[k,l]}) / {rows}')).toMatchObject([
      { before: '(', over: ['k', 'l'], body: [at('input', 'k', 'l')], after: [') / ', at('rows')] },
    ]);
  });
});
