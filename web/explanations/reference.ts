/** docs/parts.md: every operation, loss, optimiser and layer type, from the catalogue and the pages. */
import walks from 'virtual:part-walks';
import type { ArithmeticRule, ArrayReference } from './part';
import { ACTIVATIONS, LAYER_TYPES, lossesFor, OPTIMISERS, type SettingSpec, settingsOf } from './parts';

const INTRODUCTION = `# Parts of a network and its training

What a [recipe](recipe.md) can name. This page is written by the build from the pages in \`web/explanations/subjects\`; to add
a part, see [CONTRIBUTING.md](../CONTRIBUTING.md#to-add-an-operation-a-loss-or-an-optimiser).
`;

/** The letters of the arrays in the formulas below. */
const LETTERS: Readonly<Record<string, string>> = {
  input: 's',
  output: 'o',
  predictions: 'P',
  targets: 'y',
  rows: 'n',
  parameter: 'θ',
  gradient: 'g',
  learningRate: 'η',
};

/** The formula of one array of a part: `s where s > 0; else 0.2·s`. */
function formula(subject: string, target: string): string {
  const { arithmetic = [], letters = {} } = walks[subject] ?? {};
  const letter = (array: string): string =>
    LETTERS[array] ?? (array.endsWith('′') ? `${letter(array.slice(0, -1))}′` : (letters[array] ?? array));
  const written = (piece: string | ArrayReference): string =>
    typeof piece === 'string' ? piece : `${piece.isNegated ? '−' : ''}${letter(piece.array)}`;
  const ruleText = ({ before, over, body, after, ifPositive }: ArithmeticRule): string => {
    const sum = over.length > 0 ? 'Σ ' : '';
    const text = `${before}${sum}${body.map(written).join('')}${after.map(written).join('')}`;
    return ifPositive === null ? text : `${text} where ${written(ifPositive)} > 0`;
  };
  return arithmetic
    .filter((rule) => rule.target === target && rule.when === null)
    .map(ruleText)
    .join('; else ');
}

/** A step of an optimiser, with what becomes of its state: `θ − v′ with v′ = μ·v + η·g`. */
function stepFormula(subject: string): string {
  const { arithmetic = [], letters = {} } = walks[subject] ?? {};
  const state = arithmetic.filter(({ target }) => target.endsWith('′')).map(({ target }) => target);
  const kept = state.map((target) => `${letters[target.slice(0, -1)]}′ = ${formula(subject, target)}`);
  return [formula(subject, 'updated'), ...kept].join(' with ');
}

function allowed(spec: SettingSpec): string {
  switch (spec.kind) {
    case 'whole':
    case 'finite':
      return `${spec.min} to ${spec.max}`;
    case 'choice':
      return Object.keys(spec.choices)
        .map((value) => `\`${value}\``)
        .join(', ');
    case 'activation':
      return 'an activation';
    case 'flag':
      return 'true or false';
  }
}

function settingsText(part: object): string {
  const settings = Object.entries(settingsOf(part)).map(
    ([name, spec]) => `\`${name}\` (${allowed(spec)}; \`${JSON.stringify(spec.default)}\` when left out)`,
  );
  return settings.join('<br>');
}

const table = (title: string, head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `## ${title}`,
    '',
    `| ${head.join(' | ')} |`,
    `|${'---|'.repeat(head.length)}`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    '',
  ].join('\n');

/** The whole document, as Markdown. */
export function partsReference(): string {
  return [
    INTRODUCTION,
    table(
      'Activations',
      ['name', 'label', 'output for a sum s'],
      ACTIVATIONS.map(({ name, label, subject }) => [`\`${name}\``, label, formula(subject, 'output')]),
    ),
    table(
      'Losses',
      ['name', 'label', 'of predictions P and targets y, n rows', 'settings'],
      lossesFor('regression').map((loss) => [
        `\`${loss.name}\``,
        loss.label,
        formula(loss.subject, 'output'),
        settingsText(loss),
      ]),
    ),
    table(
      'Optimisers',
      ['name', 'label', 'a parameter θ with gradient g becomes', 'settings'],
      OPTIMISERS.map((each) => [`\`${each.name}\``, each.label, stepFormula(each.subject), settingsText(each)]),
    ),
    table(
      'Layer types',
      ['name', 'label', 'settings'],
      LAYER_TYPES.map((type) => [`\`${type.name}\``, type.label, settingsText(type)]),
    ),
  ].join('\n');
}
