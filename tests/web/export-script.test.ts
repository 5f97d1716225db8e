import { describe, expect, it } from 'vitest';
import { columnIndex, type Dataset } from '../../web/datasets/dataset';
import { datasetNamed } from '../../web/datasets/datasets';
import type { ActivationName } from '../../web/explanations/parts';
import { numpyScript } from '../../web/export/numpy-script';
import { comment, docstringText, listOfStrings } from '../../web/export/python-text';
import { pytorchScript } from '../../web/export/pytorch-script';
import { PRESETS, presetNamed } from '../../web/recipe/presets';
import type { Recipe } from '../../web/recipe/schema';

const script = (recipe: Recipe) => numpyScript(recipe, datasetNamed(recipe.data.source));

/** Name → numbers as text, from the lines that contain the data. */
const dataLines = (text: string) =>
  new Map([...text.matchAll(/^ {4}"(\w+)": "([^"]*)",$/gm)].map(([, name = '', numbers = '']) => [name, numbers]));

const written = (language: (recipe: Recipe, dataset: Dataset) => string) => (recipe: Recipe) =>
  language(recipe, datasetNamed(recipe.data.source));

const distributedScript = (recipe: Recipe, dataset: Dataset) => pytorchScript(recipe, dataset, { distributed: true });

const PROGRAMS = Object.entries({
  NumPy: written(numpyScript),
  PyTorch: written(pytorchScript),
  'distributed PyTorch': written(distributedScript),
}).flatMap(([language, write]) => PRESETS.map(({ id, recipe }) => [language, id, write(recipe), recipe] as const));

describe.each(PROGRAMS)('the %s program of %s', (_language, _id, text, recipe) => {
  it('is laid out by Python’s style guide, in lines of at most 100 characters beside the data', () => {
    const lines = text.split('\n').filter((line) => !/^ {4}"\w+": "[\d. ]+",$/.test(line));
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    expect(lines.filter((line) => /[\t\r]|\s$/.test(line))).toEqual([]);
    expect(text).not.toMatch(/\n{4}/);
    expect(text).not.toMatch(/[^\n]\n{1,2}(class|def) /);
    expect(text).toMatch(/[^\n]\n$/);
  });

  it('contains the columns that the recipe uses, number for number', () => {
    const dataset = datasetNamed(recipe.data.source);
    const written = dataLines(text);
    expect([...written.keys()].sort()).toEqual([...recipe.data.features, recipe.data.target].sort());
    for (const [name, numbers] of written) {
      const column = columnIndex(dataset, name);
      const raw = dataset.values.filter((_value, index) => index % dataset.columns.length === column);
      expect(numbers.split(' ').map(Number), name).toEqual([...raw]);
    }
  });
});

describe.each(PRESETS.map(({ id, recipe }) => [id, recipe] as const))('the NumPy program of %s', (_, recipe) => {
  const text = script(recipe);

  it('has code only for the settings of the recipe', () => {
    const { layers, quirks, training, split, scaling, initialisation } = recipe;
    const has = (name: ActivationName) => layers.some((layer) => layer.type === 'dense' && layer.activation === name);
    const expected: readonly (readonly [string, boolean])[] = [
      ['class Sigmoid', has('sigmoid')],
      ['class Tanh', has('tanh')],
      ['class ReLU', has('relu')],
      ['class LeakyReLU', has('leaky-relu')],
      ['np.full_like', quirks.summedBiasGradient],
      ['size = min(', quirks.shrinkingBatch],
      ['rng.seed(', quirks.reseedEachLayer],
      ['stopped-early', training.earlyStopping],
      ['validation', split.validationFraction > 0],
      ['known', scaling.fitOn === 'training-rows'],
      ['np.zeros', initialisation.weights !== 'standard-normal'],
      ['np.sqrt(2', initialisation.weights !== 'standard-normal'],
      ['cannot be scaled', scaling.fitOn !== 'none'],
      ['constant', false],
    ];
    expect(expected.map(([code]) => [code, text.includes(code)])).toEqual(expected);
  });
});

const FORMS = PRESETS.flatMap(({ id, recipe }) => [
  ['plain', id, recipe] as const,
  ['distributed', id, recipe] as const,
]);

describe.each(FORMS)('the %s PyTorch program of %s', (form, _, recipe) => {
  const isPlain = form === 'plain';
  const text = pytorchScript(recipe, datasetNamed(recipe.data.source), { distributed: !isPlain });

  it('has code only for the settings of the recipe', () => {
    const { layers, quirks, training, split, loss } = recipe;
    const modules = [...text.matchAll(/^ {4}(nn\.\w+)\(/gm)].map(([, name]) => name);
    const names: Readonly<Record<string, readonly string[]>> = { sigmoid: ['nn.Sigmoid'], linear: [] };
    const wanted = layers.flatMap((layer) =>
      layer.type === 'dense' ? ['nn.Linear', ...(names[layer.activation] ?? ['unknown'])] : [],
    );
    expect(modules).toEqual(wanted);
    const expected: readonly (readonly [string, boolean])[] = [
      ['register_hook', quirks.summedBiasGradient],
      ['size = min(', quirks.shrinkingBatch],
      ['rng.seed(', quirks.reseedEachLayer],
      ['stopped-early', training.earlyStopping],
      ['validation', split.validationFraction > 0],
      ['(0.5 * len(answers) * loss).backward()', isPlain && loss.gradient === 'half-sum'],
      ['objective = 0.5 * len(rows) * loss', !isPlain && loss.gradient === 'half-sum'],
      ['loss_function = nn.MSELoss()', isPlain],
      [' loss.backward()', isPlain && loss.gradient === 'mean'],
      ['DataLoader(', isPlain],
      ['torch.distributed', !isPlain],
      ['DistributedDataParallel', !isPlain],
      ['device', !isPlain],
      ['rank', !isPlain],
      ['deepcopy', false],
      ['torch.float64', true],
    ];
    expect(expected.map(([code]) => [code, text.includes(code)])).toEqual(expected);
  });
});

describe('a program', () => {
  const { recipe } = presetNamed('chapter-3-one-hidden') as { recipe: Recipe };

  it('contains no column that the recipe leaves out', () => {
    const few = { ...recipe, data: { ...recipe.data, features: ['RM', 'LSTAT'] } };
    expect([...dataLines(script(few)).keys()]).toEqual(['RM', 'LSTAT', 'MEDV']);
  });

  it('states the warning about the data before the data', () => {
    const text = script(recipe).replaceAll(/\n# /g, ' ');
    expect(text.indexOf('This data has an ethical flaw.')).toBeGreaterThan(0);
    expect(text.indexOf('This data has an ethical flaw.')).toBeLessThan(text.indexOf('"CRIM"'));
  });

  it('is not written for a recipe that does not fit its data', () => {
    const wrong = { ...recipe, data: { ...recipe.data, target: 'zebra' } };
    expect(() => script(wrong)).toThrow('data.target is "zebra", which is not a column of the data set');
  });
});

describe('Python text', () => {
  it('keeps any text inside its comment', () => {
    expect(comment('one\ntwo\u2028three\r\0four\ffive')).toBe('# one two three four five');
    expect(comment('word '.repeat(40)).split('\n')).toHaveLength(3);
  });

  it('keeps any text inside its docstring', () => {
    expect(docstringText('a """ b\\')).toBe('a \\"\\"\\" b\\\\');
  });

  it('breaks a list that is too long for a line', () => {
    expect(listOfStrings('names', ['a', 'b"'])).toBe('names = ["a", "b\\""]');
    const long = listOfStrings('names', Array(30).fill('column'));
    expect(long.split('\n').every((line) => line.length <= 100)).toBe(true);
    expect(long.match(/"column",/g)).toHaveLength(30);
  });
});
