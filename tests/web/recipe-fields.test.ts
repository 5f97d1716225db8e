import { describe, expect, it } from 'vitest';
import { allFields, type Field, fieldAt, findField } from '../../web/recipe/fields';
import { parseRecipe } from '../../web/recipe/parse';
import { allowed } from '../../web/recipe/problem';

const CONTROLS = new Set(['number', 'choice', 'flag']);

/** A recipe with one field set, at a path such as `training.stopAfter.count` or `layers[].units`. */
/** `of`: the part that has the setting at the end of the path. */
function withField(path: string, value: unknown, of: Field['of'] = null): object {
  const [name = '', ...rest] = path.split('.');
  const part = rest.length === 0 && of !== null ? { [of.key.replace(/^.*\./, '')]: of.parts[0] } : {};
  const inner = rest.length === 0 ? value : withField(rest.join('.'), value, of);
  return { ...part, ...(name.endsWith('[]') ? { [name.slice(0, -2)]: [inner, { units: 1 }] } : { [name]: inner }) };
}

function problemPaths(input: unknown): string[] {
  const result = parseRecipe(input);
  return result.ok ? [] : result.problems.map(({ path }) => path.replace(/\[\d+\]/g, '[]'));
}

describe('the fields', () => {
  it('reads bounds, words and unit of a number off the schema', () => {
    expect(fieldAt('layers[3].units', 'number')).toEqual({
      path: 'layers[].units',
      of: { key: 'layers[].type', parts: ['dense'] },
      kind: 'number',
      title: 'Units',
      help: expect.stringMatching(/\.$/),
      unit: 'units',
      whole: true,
      min: 1,
      max: 256,
      default: 13,
    });
  });

  it('names every choice', () => {
    const { choices, default: fallback } = fieldAt('scaling.fitOn', 'choice');
    expect(choices).toContainEqual({ value: fallback, label: 'Fit on the training rows' });
    expect(choices.every(({ label }) => label !== '')).toBe(true);
  });

  it('throws for a path that does not exist or has another kind', () => {
    expect(findField('training.zebra')).toBeUndefined();
    expect(() => fieldAt('training.zebra', 'number')).toThrow('training.zebra');
    expect(() => fieldAt('training.batchSize', 'flag')).toThrow('training.batchSize');
  });

  const controls = allFields().filter(({ kind }) => CONTROLS.has(kind));

  it.each(controls.map((field) => [field.path, field] as const))(
    '%s has a title and a sentence of help',
    (_, field) => {
      expect(field.title).not.toBe('');
      expect(field.help).toMatch(/^\S.*\.$/);
    },
  );

  const numbers = allFields().filter((field) => field.kind === 'number');

  it.each(numbers.map((field) => [field.path, field] as const))(
    '%s is refused just outside its bounds',
    (path, field) => {
      const step = field.whole ? 1 : 1e-9;
      for (const value of [field.min - step, field.max + step * 2]) {
        const result = parseRecipe(withField(path, value, field.of));
        expect(problemPaths(withField(path, value, field.of))).toEqual([path]);
        expect(!result.ok && result.problems[0]?.sentence).toContain(allowed(field));
      }
      const inside = [field.min, field.max].flatMap((value) => problemPaths(withField(path, value, field.of)));
      // A batch of 100,000 rows is in bounds by itself, but not for this data set.
      expect(inside.filter((problem) => problem === path)).toEqual(path === 'training.batchSize' ? [path] : []);
    },
  );
});
