/** The compiler of explanations: its result for a small subject, and the place of the error for a broken one. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileSubject } from '../../web/explanations/compiler/compile-subject.js';
import { definitions } from '../../web/explanations/compiler/cpp-source.js';
import { readSubject } from '../../web/explanations/compiler/subject-file.js';
import { CORE } from './explanations-fixtures';

const SUBJECT = String.raw`# Gain

Makes a number larger.

| term | letter | array | stands for | numpy | cpp | pytorch |
|---|---|---|---|---|---|---|
| input | x | input | what goes in | x | x | x |
| gain | k | | how much larger | GAIN, self.gain | kGain | gain |

## Forward

${'```'}math Amplified
f(\term{input}) = \term{gain} \cdot \term{input}
${'```'}

${'```'}numpy
GAIN = 2.0  # GAIN of x
self.gain * x
${'```'}

${'```'}cpp
gain.cpp amplify
${'```'}

## Backward

${'```'}math
f'(\term{input}) = \term[K]{gain}
${'```'}

${'```'}pytorch The slope
y = gain * x
y.backward()
${'```'}
`;

const FILE = 'subjects/gain.md';
/** Every subject has a drawing. */
const FRONT = '---\nletter: k\n---\n';
const FRONT_LINES = 3;
const coreFile = (name: string) => (name === 'gain.cpp' ? { path: 'numerics/gain.cpp', text: CORE } : undefined);
const compile = (text: string) => compileSubject(readSubject('gain', FILE, FRONT + text), coreFile);

describe('a subject', () => {
  const { formulas, terms, listings, picture, ...rest } = compile(SUBJECT);

  it('keeps title, sentence, terms, and the order of its parts', () => {
    expect(rest).toEqual({ id: 'gain', title: 'Gain', sentence: 'Makes a number larger.' });
    expect(terms.map(({ id, label, array }) => [id, label, array])).toEqual([
      ['input', 'what goes in', 'input'],
      ['gain', 'how much larger', null],
    ]);
    expect(formulas.map(({ label, phase }) => [label, phase])).toEqual([
      ['Amplified', 'forward'],
      ['Backward', 'backward'],
    ]);
    expect(listings.map(({ language, label, phase }) => [language, label, phase])).toEqual([
      ['numpy', 'Forward', 'forward'],
      ['cpp', 'amplify', 'forward'],
      ['pytorch', 'The slope', 'backward'],
    ]);
  });

  it('is drawn as one box with its letter, or as it says itself', () => {
    const term = (id: string, name: string | null = null) => ({ id, name });
    expect(picture).toEqual({
      boxes: [{ letter: 'k', term: null, hanging: [], gradients: [] }],
      edges: [
        { forward: [term('input')], backward: [] },
        { forward: [], backward: [] },
      ],
    });
    const front = '---\npicture: ["input", { letter: ×, hanging: gain }, "~a_lot | input=y"]\n---\n';
    expect(compileSubject(readSubject('gain', FILE, front + SUBJECT), coreFile).picture).toEqual({
      boxes: [{ letter: '×', term: null, hanging: [term('gain')], gradients: [] }],
      edges: [
        { forward: [term('input')], backward: [] },
        { forward: [term('~a_lot', 'a lot')], backward: [term('input', 'y')] },
      ],
    });
    const wrong = front.replace('hanging: gain', 'hanging: pain');
    expect(() => compileSubject(readSubject('gain', FILE, wrong + SUBJECT), coreFile)).toThrow(
      `${FILE}:2: The picture has a term "pain" that the table does not.`,
    );
    expect(() => compileSubject(readSubject('gain', FILE, SUBJECT), coreFile)).toThrow(
      `${FILE}:1: The front matter says how it is drawn`,
    );
  });

  it('marks its terms in formulas, each with its letter or one of its own', () => {
    expect(formulas[0]?.mathml).toContain('<mi class="term-gain">k</mi>');
    expect(formulas[1]?.mathml).toContain('<mi class="term-gain">K</mi>');
    expect(terms[0]?.symbol).toMatch(/^<math[^>]*><mi>x<\/mi><\/math>$/);
  });

  it('takes the line of the core with its place', () => {
    expect(listings[1]?.source).toEqual({ file: 'wasm/core/numerics/gain.cpp', line: 12 });
    expect(listings[1]?.lines[0]?.filter(({ term }) => term !== undefined)).toEqual([
      { text: 'x', term: 'input' },
      { text: 'kGain', term: 'gain' },
      { text: 'x', term: 'input' },
    ]);
  });

  it('marks a word in one reference only', () => {
    const changed = SUBJECT.replace('gain.cpp amplify', 'gain.cpp amplify | twice = gain\ngain.cpp twice');
    const [, first, second] = compile(changed).listings;
    const gains = (listing: typeof first) => listing?.lines.flat().filter(({ term }) => term === 'gain') ?? [];
    expect(gains(first).map(({ text }) => text)).toEqual(['twice', 'kGain']);
    expect(gains(second)).toEqual([]);
  });
});

describe('a broken subject', () => {
  const line = (text: string): number => SUBJECT.split('\n').indexOf(text) + 1;

  it.each([
    ['no title', '# Gain', 'Gain', 1, 'starts with its title'],
    ['no sentence', 'Makes a number larger.', 'Makes a number larger', 3, 'one sentence'],
    ['another table', '| term |', '| name |', 5, 'has the columns term | letter'],
    ['a strange id', '| gain |', '| Gain! |', 8, '"Gain!" is no term'],
    ['a term twice', '| gain |', '| input |', 8, 'declared twice'],
    ['a term without words', 'how much larger', '', 8, 'needs a letter and words'],
    ['an unknown array', '| input | what', '| inputs | what', 7, '"inputs" is no array of a pass'],
    ['an unknown phase', '## Backward', '## Sideways', line('## Backward'), '"Sideways" is not one of'],
    ['a fence above all headings', '## Forward\n', '\n', line('## Forward') + 2, 'below a heading'],
    ['an unknown language', '```numpy', '```fortran', line('```numpy'), '"fortran" is not one of'],
    ['loose text', '## Forward\n', '## Forward\n\nLoose.', line('## Forward') + 2, 'neither a heading nor a fence'],
    ['LaTeX nobody knows', '\\cdot', '\\cdto', line('```math Amplified') + 1, 'cannot be read'],
    ['an undeclared term', '\\term[K]{gain}', '\\term{gian}', line('```math') + 1, 'a term "gian"'],
    ['no such file', 'gain.cpp', 'pain.cpp', line('gain.cpp amplify'), 'no file pain.cpp in wasm/core'],
    ['no such function', 'amplify\n', 'amplyfi\n', line('gain.cpp amplify'), 'does not define amplyfi'],
    ['a declaration alone', 'cpp amplify', 'cpp check', line('gain.cpp amplify'), 'does not define check'],
    ['two definitions', 'cpp amplify', 'cpp measure', line('gain.cpp amplify'), 'more than once'],
    ['a word that is not there', 'amplify\n', 'amplify | thrice = gain\n', line('gain.cpp amplify'), '"thrice"'],
    ['a word for no term', 'amplify\n', 'amplify | twice = pain\n', line('gain.cpp amplify'), '"twice = pain"'],
    ['an identifier that is not there', 'self.gain |', 'self.pain |', 8, '"self.pain" does not occur in the numpy'],
    ['a part of a word', '| kGain |', '| Gain |', 8, '"Gain" does not occur in the cpp'],
    ['an identifier for two terms', '| kGain |', '| kGain, x |', 8, '"x" stands for two terms in cpp'],
    ['a language that lacks a term', '| kGain |', '| |', 8, 'gain is not in the cpp'],
    ['no code in a language', '```pytorch The slope', '```numpy', 5, 'no code in pytorch'],
  ])('with %s is an error at its line', (_, before, after, at, words) => {
    expect(SUBJECT).toContain(before);
    const broken = SUBJECT.replace(before, () => after);
    expect(() => compile(broken)).toThrow(`${FILE}:${at + FRONT_LINES}: `);
    expect(() => compile(broken)).toThrow(words);
  });

  it('with a term in no formula is an error at the term', () => {
    const broken = SUBJECT.replace('\\term{gain} \\cdot', 'k').replace('\\term[K]{gain}', 'k');
    expect(() => compile(broken)).toThrow(`${FILE}:11: The term gain is in no formula.`);
  });

  it('with a fence that does not end is an error at the start of the fence', () => {
    const broken = SUBJECT.trimEnd().replace(/```$/, '');
    expect(() => compile(broken)).toThrow(
      `${FILE}:${line('```pytorch The slope') + FRONT_LINES}: This fence does not end.`,
    );
  });
});

describe('a definition in C++', () => {
  const found = (name: string) => definitions(CORE, name).map(({ lines }) => lines);

  it('ends with its own brace, also if it contains other braces and quotes', () => {
    expect(found('twice')).toEqual([CORE.split('\n').slice(13, 19)]);
    expect(found('twice')[0]?.at(-1)).toBe('}');
  });

  it('is distinguished from calls, declarations, comments and members of the same name', () => {
    expect(found('amplify')).toEqual([['double amplify(double x) { return twice(kGain * x); }']]);
    expect(found('Amplifier::amplify')).toEqual([['double Amplifier::amplify(double x) const { return gain_ * x; }']]);
  });

  it('may be an operator', () => {
    const line = 'double Amplifier::operator()(double x) const { return amplify(x); }';
    expect(found('Amplifier::operator()')).toEqual([[line]]);
    const changed = SUBJECT.replace('gain.cpp amplify', 'gain.cpp amplify\ngain.cpp Amplifier::operator()');
    expect(compile(changed).listings[2]?.label).toBe('Amplifier::operator()');
  });

  it('may have initialisers', () => {
    expect(found('Amplifier::Amplifier')[0]?.at(1)).toBe('    : gain_(gain), names_{std::move(names)} {');
    expect(found('Amplifier::Amplifier')[0]).toHaveLength(4);
  });

  it('is one of several by its first parameter', () => {
    expect(found('measure')).toHaveLength(2);
    expect(found('measure(const Vector')).toHaveLength(1);
  });

  it('may be a class, without its comment', () => {
    expect(found('class Speaker')[0]?.[0]).toBe('class Speaker final : public Device {');
    expect(found('class Speaker')[0]?.at(-1)).toBe('};');
  });
});

describe('front matter', () => {
  it.each([
    ['that is not YAML', '---\nletter: k\npicture: [\n---\n', 4, 'is not YAML'],
    ['that is a list', '---\n- letter\n---\n', 2, 'has keys and values'],
  ])('%s is an error at its line', (_, front, at, words) => {
    expect(() => readSubject('gain', FILE, front + SUBJECT)).toThrow(`${FILE}:${at}: `);
    expect(() => readSubject('gain', FILE, front + SUBJECT)).toThrow(words);
  });
});

it('the example of docs/explanations.md is a page of the course', () => {
  const document = readFileSync('docs/explanations.md', 'utf8');
  const example = /^````markdown\n(.*?)^````$/ms.exec(document)?.[1];
  expect(example).toBe(readFileSync('web/explanations/subjects/leaky-relu-operation.md', 'utf8'));
});
