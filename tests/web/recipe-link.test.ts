import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { LONGEST_LINK, linkOf, readLink, type Shared } from '../../web/recipe/link';
import { packed, unpacked } from '../../web/recipe/packed-bytes';
import { parseRecipe } from '../../web/recipe/parse';
import { PRESETS } from '../../web/recipe/presets';
import type { Recipe, RecipeInput } from '../../web/recipe/schema';
import { parameterCounts, totalParameters } from '../../web/recipe/widths';

function recipe(input: RecipeInput): Recipe {
  const result = parseRecipe(input);
  if (!result.ok) throw new Error(result.problems[0]?.sentence);
  return result.recipe;
}

const OWN = recipe({ name: 'Größe & “Maß”', layers: [{ units: 3 }, { units: 1, activation: 'linear' }] });

/** Numbers that distinguish doubles: signs, last bits, the smallest and the largest. */
function weightsFor(own: Recipe): Float64Array {
  const count = totalParameters(parameterCounts(own)) ?? 0;
  const weights = Float64Array.from({ length: count }, (_, index) => Math.sin(index + 1) / 3);
  weights.set([-0, Number.MIN_VALUE, -Number.MAX_VALUE, 0.1 + 0.2]);
  return weights;
}

async function opened(link: string): Promise<Shared> {
  const result = await readLink(link);
  if (!result.ok) throw new Error(result.sentence);
  return result.shared;
}

async function refusal(link: string): Promise<string> {
  const result = await readLink(link);
  return result.ok ? '' : result.sentence;
}

const linkTo = async (json: string) => `r=1.${await packed(new TextEncoder().encode(json))}`;

describe('a link', () => {
  test('is short for every preset and gives it back', async () => {
    for (const preset of PRESETS) {
      const link = await linkOf({ recipe: preset.recipe, parameters: null });
      expect(link).toBe(`preset=${preset.id}`);
      expect(await opened(link)).toEqual({ recipe: preset.recipe, parameters: null });
    }
  });

  test('carries any other recipe, its name too, in characters no address changes', async () => {
    const link = await linkOf({ recipe: OWN, parameters: null });
    expect(link).toMatch(/^r=1\.[\w-]+$/);
    expect(new URL(`https://example.org/#${link}`).hash).toBe(`#${link}`);
    expect(link.length).toBeLessThan(400);
    expect(await opened(link)).toEqual({ recipe: OWN, parameters: null });
  });

  test('contains a preset with another name as a complete recipe', async () => {
    const renamed = { ...(PRESETS[0] as (typeof PRESETS)[0]).recipe, name: 'Mine' };
    expect((await opened(await linkOf({ recipe: renamed, parameters: null }))).recipe.name).toBe('Mine');
  });

  test('carries weights to the last bit', async () => {
    const parameters = weightsFor(OWN);
    const { parameters: back } = await opened(await linkOf({ recipe: OWN, parameters }));
    expect(back?.every((value, index) => Object.is(value, parameters[index]))).toBe(true);
    expect(back).toHaveLength(parameters.length);
  });

  test('contains the weights as float64, little-endian, in raw DEFLATE', async () => {
    const parameters = weightsFor(OWN);
    const [, text = ''] = /&w=(.*)$/.exec(await linkOf({ recipe: OWN, parameters })) ?? [];
    const bytes = inflateRawSync(Buffer.from(text, 'base64url'));
    expect(bytes.readDoubleLE(8 * 3)).toBe(0.1 + 0.2);
    expect(bytes).toHaveLength(8 * parameters.length);
  });

  test('is too long with the weights of a wide network, and is then not read either', async () => {
    const wide = recipe({ layers: [{ units: 200 }, { units: 1, activation: 'linear' }] });
    const link = await linkOf({ recipe: wide, parameters: weightsFor(wide) });
    expect(link.length).toBeGreaterThan(LONGEST_LINK);
    expect(await refusal(link)).toContain('longer than any');
  });
});

describe('a link that cannot be opened says why', () => {
  test('cut off anywhere', async () => {
    const link = await linkOf({ recipe: OWN, parameters: weightsFor(OWN) });
    const weightsFrom = link.indexOf('&w=');
    for (let end = 0; end < link.length; end += 7) {
      // Up to here it is a complete link without weights.
      if (end !== weightsFrom) expect(await refusal(link.slice(0, end))).toContain('damaged');
    }
  });

  test('with characters changed on the way', async () => {
    const link = await linkOf({ recipe: OWN, parameters: null });
    expect(await refusal(link.replace('r=1.', 'r=1.%20'))).toContain('damaged');
    expect(await refusal(`${link}*`)).toContain('damaged');
    expect(await refusal('r=1.AAAA')).toContain('damaged');
    expect(await refusal('r=')).toContain('damaged');
  });

  test('of a newer version', async () => {
    expect(await refusal('r=2.whatever')).toMatch(/version 2, but this page reads version 1.*newer Minifactory/);
  });

  test('of a version that never was', async () => {
    expect(await refusal('r=0.whatever')).toContain('damaged');
    expect(await refusal(`r=${'9'.repeat(400)}.whatever`)).toContain('damaged');
  });

  test('with a recipe that cannot be run, by all its problems', async () => {
    const sentence = await refusal(await linkTo('{"layers":[{"units":300},{"units":1}],"optimizer":{}}'));
    expect(sentence).toContain('layers[0].units is 300');
    expect(sentence).toContain('did you mean optimiser?');
    expect(await refusal(await linkTo('{"version":2}'))).toContain('version is 2');
    expect(await refusal(await linkTo('no JSON'))).toContain('not JSON');
  });

  test('with a goal but no recipe', async () => {
    expect(await refusal('goal=test-rmse%3C4')).toContain('a goal but no recipe');
  });

  test('for a preset that does not exist', async () => {
    expect(await refusal('preset=chapter-9')).toContain('the preset "chapter-9"');
    expect(await refusal('preset=chapter-3-linaer')).toContain('Did you mean chapter-3-linear?');
    expect(await refusal('preset=reinforcement')).toMatch(/newer Minifactory/);
  });

  test('with weights of another network, or that are no numbers', async () => {
    const link = await linkOf({ recipe: OWN, parameters: null });
    const bytes = (numbers: number[]) => packed(new Uint8Array(Float64Array.from(numbers).buffer));
    expect(await refusal(`${link}&w=${await bytes([1, 2, 3])}`)).toContain('damaged');
    const count = weightsFor(OWN).length;
    const broken = await bytes(Array.from({ length: count }, (_, index) => (index === 4 ? Number.NaN : 1)));
    expect(await refusal(`${link}&w=${broken}`)).toContain('not finite');
  });
});

test('bytes that unpack to more than there may be are not unpacked', async () => {
  const zeros = await packed(new Uint8Array(10_000_000));
  expect(zeros.length).toBeLessThan(20_000);
  expect(await unpacked(zeros, 1_000_000)).toBeNull();
  expect(await unpacked(zeros, 10_000_000)).toHaveLength(10_000_000);
});
