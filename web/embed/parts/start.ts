/** The recipe of an embed, and its weights if given. They are checked, because anyone may have written them. */
import { type LinkResult, readLink, withWeights } from '../../recipe/link';
import { parseRecipe, parseRecipeText } from '../../recipe/parse';
import { firstRecipe } from '../../state/page/initial-state';
import type { Options } from '../options/options';

type Start = Pick<Options, 'preset' | 'recipe' | 'weights'>;

export async function startOf({ preset, recipe, weights }: Start): Promise<LinkResult> {
  const start = await readStart(recipe, preset);
  return start.ok && weights !== null ? withWeights(start.shared.recipe, weights) : start;
}

async function readStart(recipe: string | null, preset: string | null): Promise<LinkResult> {
  if (recipe !== null) return readRecipe(recipe);
  return preset === null
    ? { ok: true, shared: { recipe: firstRecipe(), parameters: null } }
    : readLink(`preset=${preset}`);
}

/** A recipe as an object, as JSON, as the part of a link after the `#`, or as the part after its `r=`. */
export async function readRecipe(recipe: unknown): Promise<LinkResult> {
  if (typeof recipe !== 'string') return checked(parseRecipe(recipe));
  const text = recipe.trim();
  if (/^(?:preset|r)=/.test(text)) return readLink(text);
  return /^\d+\./.test(text) ? readLink(`r=${text}`) : checked(parseRecipeText(text));
}

function checked(result: ReturnType<typeof parseRecipe>): LinkResult {
  return result.ok
    ? { ok: true, shared: { recipe: result.recipe, parameters: null } }
    : { ok: false, sentence: result.problems.map(({ sentence }) => sentence).join(' ') };
}
