import { parseXml, type XmlElement, type XmlNode } from '@rgrove/parse-xml';
import { describe, expect, it } from 'vitest';
import { readLessons } from '../../web/lessons/compile/read-lessons';
import { FOR_GIFT, giftFile } from '../../web/lessons/questions/gift';
import { numberedQuestions } from '../../web/lessons/questions/numbered';
import { FOR_QTI, qtiFiles } from '../../web/lessons/questions/qti';

const gift = numberedQuestions(readLessons('web/lessons', FOR_GIFT));
const qti = numberedQuestions(readLessons('web/lessons', FOR_QTI));
const questions = gift.flatMap((chapter) => chapter.questions);

describe('the questions of the lessons', () => {
  it('have a number each, by chapter and page', () => {
    const numbers = questions.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers[0]).toBe('1.1.1');
    expect(numbers.length).toBeGreaterThan(70);
  });

  it('ask for judgement in at least a third', () => {
    const judging = questions.filter(({ block }) => block.asks === 'judgement').length;
    expect(judging / questions.length).toBeGreaterThanOrEqual(1 / 3);
  });

  it('with choices do not reveal the right one by its position', () => {
    const choices = questions.flatMap(({ block: { answer } }) => (answer.kind === 'choice' ? [answer.options] : []));
    const single = choices.filter((options) => options.filter(({ right }) => right).length === 1);
    const first = single.filter(([option]) => option?.right).length;
    expect(first / single.length).toBeLessThan(0.45);
    expect(first).toBeGreaterThan(0);
  });
});

/** As in Moodle: a character after a backslash belongs to the text. */
const unescaped = (text: string) => text.replace(/\\(.)/g, '$1');
const inOneLine = (html: string) => html.replace(/\s*\n\s*/g, ' ');
const SIGNS = String.raw`(?:\\.|[^\\~=#{}:])`;
const NUMERAL = String.raw`-?\d+(?:\.\d+)?(?:e-?\d+)?`;
const QUESTION = new RegExp(String.raw`^::(${SIGNS}+)::\[html\](${SIGNS}+)\{(#?)\n((?:\t.*\n)+)\}$`);
const NUMBER_LINE = new RegExp(String.raw`^\t=%(100|0)%(${NUMERAL}):(${NUMERAL})(?:#(${SIGNS}+))?$`);
const CHOICE_LINE = new RegExp(String.raw`^\t(=|~%-?\d+(?:\.\d+)?%|~)(${SIGNS}+)(?:#(${SIGNS}+))?$`);
const GENERAL = new RegExp(String.raw`^\t####(${SIGNS}+)$`);

describe('the file for Moodle', () => {
  const blocks = giftFile(gift).trimEnd().split('\n\n');

  it('has a category for each chapter, and every question below its own', () => {
    const categories = blocks.filter((block) => block.startsWith('$CATEGORY'));
    expect(categories).toEqual(gift.map(({ number, title }) => `$CATEGORY: Minifactory/${number} ${title}`));
    expect(blocks).toHaveLength(categories.length + questions.length);
  });

  it.each(questions.map((question) => [question.number, question] as const))(
    'reads back: %s',
    (number, { title, block }) => {
      const found = blocks.find((text) => text.startsWith(`::${number} `)) as string;
      const [, name = '', asked = '', kind, lines = ''] = QUESTION.exec(found) ?? [];
      expect(unescaped(name)).toBe(`${number} ${title}`);
      expect(unescaped(asked)).toContain(inOneLine(block.html));
      const answers = lines.trimEnd().split('\n');
      expect(unescaped(GENERAL.exec(answers.pop() ?? '')?.[1] ?? '')).toBe(inOneLine(block.explanation));
      const { answer } = block;
      if (answer.kind === 'number') {
        expect(kind).toBe('#');
        const read = answers.map((line) => NUMBER_LINE.exec(line) ?? []);
        expect(read.map(([, share, value, within]) => [Number(share), Number(value), Number(within)])).toEqual([
          [100, answer.value, answer.within],
          ...answer.misconceptions.map(({ value }) => [0, value, answer.within]),
        ]);
      } else {
        expect(kind).toBe('');
        const read = answers.map((line) => CHOICE_LINE.exec(line) ?? []);
        expect(read.map(([, , words = '']) => unescaped(words))).toEqual(
          answer.options.map(({ html }) => inOneLine(html)),
        );
        const rights = answer.options.filter(({ right }) => right).length;
        const shares = read.map(([, mark = '']) =>
          rights === 1 ? (mark === '=' ? 100 : 0) : Number(mark.slice(2, -1)),
        );
        expect(shares.map((share) => share > 0)).toEqual(answer.options.map(({ right }) => right));
        expect(shares.filter((share) => share > 0).reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 3);
      }
    },
  );

  it('has its formulas in LaTeX, and no links', () => {
    expect(blocks.join()).toContain('\\\\(');
    expect(blocks.join()).not.toMatch(/<math|<a /);
  });
});

/**
 * The part of QTI 2.1's schema that the questions use: for each element its attributes with the form of their values,
 * and its children as a pattern over their names. `inline` and `flow` stand for the XHTML elements that QTI allows.
 */
const NAME = /^[A-Za-z_][\w.-]*$/;
const FLOAT = /^-?\d+(\.\d+)?(e-?\d+)?$/;
const INLINE = 'em|strong|code|math|br|span|#text';
const FLOW = `${INLINE}|p|ul|ol|table|pre|blockquote`;
const EXPRESSION = 'equal|match|variable|correct|baseValue|multiple';
const any = (names: string) => new RegExp(`^(?:(?:${names}) )*$`);
const SET = '(?:setOutcomeValue )+';

interface Rule {
  readonly required?: Readonly<Record<string, RegExp>>;
  readonly optional?: Readonly<Record<string, RegExp>>;
  readonly children: RegExp;
}

const ITEM: Readonly<Record<string, Rule>> = {
  assessmentItem: {
    required: { identifier: NAME, title: /./, adaptive: /^false$/, timeDependent: /^false$/ },
    optional: { 'xsi:schemaLocation': /^http:\/\/www\.imsglobal\.org\/xsd\/imsqti_v2p1 \S+$/ },
    children: /^(?:responseDeclaration )+(?:outcomeDeclaration )*itemBody responseProcessing (?:modalFeedback )*$/,
  },
  responseDeclaration: {
    required: { identifier: NAME, cardinality: /^(single|multiple)$/, baseType: /^(float|identifier)$/ },
    children: /^correctResponse $/,
  },
  correctResponse: { children: /^(?:value )+$/ },
  value: { children: /^#text $/ },
  outcomeDeclaration: {
    required: { identifier: NAME, cardinality: /^(single|multiple)$/, baseType: /^(float|identifier)$/ },
    children: /^(?:defaultValue )?$/,
  },
  defaultValue: { children: /^value $/ },
  itemBody: { children: /^(?:(?:p|ul|ol|table|pre|blockquote|choiceInteraction) )+$/ },
  choiceInteraction: {
    required: { responseIdentifier: /^RESPONSE$/, shuffle: /^true$/, maxChoices: /^[01]$/ },
    children: /^(?:simpleChoice ){2,}$/,
  },
  simpleChoice: { required: { identifier: NAME }, children: any(FLOW) },
  textEntryInteraction: {
    required: { responseIdentifier: /^RESPONSE$/ },
    optional: { expectedLength: /^\d+$/ },
    children: /^$/,
  },
  responseProcessing: { children: /^responseCondition $/ },
  responseCondition: { children: /^responseIf (?:responseElseIf )*(?:responseElse )?$/ },
  responseIf: { children: new RegExp(`^(?:${EXPRESSION}) ${SET}$`) },
  responseElseIf: { children: new RegExp(`^(?:${EXPRESSION}) ${SET}$`) },
  responseElse: { children: new RegExp(`^${SET}$`) },
  setOutcomeValue: { required: { identifier: /^(SCORE|FEEDBACK)$/ }, children: new RegExp(`^(?:${EXPRESSION}) $`) },
  equal: {
    required: { toleranceMode: /^(exact|absolute)$/ },
    optional: { tolerance: /^(\d\S*) \1$/ },
    children: new RegExp(`^(?:(?:${EXPRESSION}) ){2}$`),
  },
  match: { children: new RegExp(`^(?:(?:${EXPRESSION}) ){2}$`) },
  multiple: { children: new RegExp(`^(?:(?:${EXPRESSION}) )+$`) },
  variable: { required: { identifier: /^RESPONSE$/ }, children: /^$/ },
  correct: { required: { identifier: /^RESPONSE$/ }, children: /^$/ },
  baseValue: { required: { baseType: /^(float|identifier)$/ }, children: /^#text $/ },
  modalFeedback: {
    required: { outcomeIdentifier: /^FEEDBACK$/, identifier: NAME, showHide: /^show$/ },
    children: any(FLOW),
  },
  p: { children: any(`${INLINE}|textEntryInteraction`) },
  em: { children: any(INLINE) },
  strong: { children: any(INLINE) },
  code: { children: any(INLINE) },
  pre: { children: any(INLINE) },
  br: { children: /^$/ },
  ul: { children: /^(?:li )+$/ },
  ol: { children: /^(?:li )+$/ },
  li: { children: any(FLOW) },
};

const MATHML = 'http://www.w3.org/1998/Math/MathML';

/** Children by name, without the white space between elements. */
function childrenOf(element: XmlElement): readonly XmlNode[] {
  return element.children.filter(
    (child) => child.type !== 'text' || /\S/.test((child as { text?: string }).text ?? ''),
  );
}

function isElement(node: XmlNode): node is XmlElement {
  return node.type === 'element';
}

/** The parts of an element and its content that break the rules. */
function breaches(element: XmlElement, rules: Readonly<Record<string, Rule>>): readonly string[] {
  if (element.name === 'math') return element.attributes.xmlns === MATHML ? [] : ['math without its namespace'];
  const rule = rules[element.name];
  if (rule === undefined) return [`an element ${element.name}`];
  const { xmlns: _, 'xmlns:xsi': __, ...attributes } = element.attributes;
  const { required = {}, optional = {}, children } = rule;
  const names = childrenOf(element).map((child) => (isElement(child) ? `${child.name} ` : '#text '));
  return [
    ...Object.keys(required)
      .filter((name) => !(name in attributes))
      .map((name) => `${element.name} without ${name}`),
    ...Object.entries(attributes).flatMap(([name, value]) =>
      ({ ...required, ...optional })[name]?.test(value) ? [] : [`${element.name} with ${name}="${value}"`],
    ),
    ...(children.test(names.join('')) ? [] : [`${element.name} with ${names.join('')}`]),
    ...element.children.filter(isElement).flatMap((child) => breaches(child, rules)),
  ];
}

const rootOf = (text: string) => parseXml(text).root as XmlElement;
const within = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children
    .filter(isElement)
    .flatMap((child) => [...(child.name === name ? [child] : []), ...within(child, name)]);

describe('the QTI package', () => {
  const files = qtiFiles(qti);
  const items = Object.entries(files).filter(([path]) => path.startsWith('items/'));
  const all = qti.flatMap((chapter) => chapter.questions);

  it.each(items)('%s is as the schema wants it', (_, text) => {
    expect(breaches(rootOf(text), ITEM)).toEqual([]);
  });

  it.each(all.map((question, place) => [question.number, question, items[place]?.[1] ?? ''] as const))(
    'scores what is right in %s',
    (_, { block: { answer } }, text) => {
      const root = rootOf(text);
      const values = within(root, 'correctResponse').flatMap((correct) =>
        within(correct, 'value').map((value) => value.text),
      );
      if (answer.kind === 'number') {
        expect(values.map(Number)).toEqual([answer.value]);
        expect(values.every((value) => FLOAT.test(value))).toBe(true);
        expect(within(root, 'equal')).toHaveLength(1 + answer.misconceptions.length);
      } else {
        const rights = answer.options.flatMap(({ right }, place) => (right ? [`choice-${place + 1}`] : []));
        expect(values).toEqual(rights);
        expect(within(root, 'simpleChoice').map(({ attributes }) => attributes.identifier)).toEqual(
          answer.options.map((_, place) => `choice-${place + 1}`),
        );
      }
      // Every feedback is used by some answer.
      const declared = new Set([
        ...within(root, 'baseValue').map((value) => value.text),
        ...within(root, 'simpleChoice').map(({ attributes }) => attributes.identifier),
      ]);
      for (const { attributes } of within(root, 'modalFeedback')) expect(declared).toContain(attributes.identifier);
    },
  );

  it('has a manifest that names every file once, and a test for each chapter', () => {
    const manifest = rootOf(files['imsmanifest.xml'] ?? '');
    expect(childrenOf(manifest).map((child) => (child as XmlElement).name)).toEqual([
      'metadata',
      'organizations',
      'resources',
    ]);
    const resources = within(manifest, 'resource');
    const paths = resources.map(({ attributes }) => attributes.href as string);
    expect(paths.toSorted()).toEqual(
      Object.keys(files)
        .filter((path) => path !== 'imsmanifest.xml')
        .toSorted(),
    );
    const ids = new Set(resources.map(({ attributes }) => attributes.identifier));
    expect(ids.size).toBe(resources.length);
    for (const { attributes } of within(manifest, 'dependency')) expect(ids).toContain(attributes.identifierref);
    const tests = Object.entries(files).filter(([path]) => /^chapter-\d\.xml$/.test(path));
    expect(tests).toHaveLength(qti.length);
    const listed = tests.flatMap(([, text]) =>
      within(rootOf(text), 'assessmentItemRef').map(({ attributes }) => attributes.href),
    );
    expect(listed).toEqual(items.map(([path]) => path));
  });

  it('rejects files with mistakes', () => {
    const text = items.find(([, item]) => item.includes('textEntryInteraction'))?.[1] ?? '';
    const broken = [
      text.replace('adaptive="false"', ''),
      text.replace(/<responseProcessing>.*<\/responseProcessing>/s, ''),
      text.replace('<itemBody>', '<itemBody>words'),
      text.replaceAll('textEntryInteraction', 'input'),
    ];
    for (const one of broken) expect(breaches(rootOf(one), ITEM)).not.toEqual([]);
  });
});
