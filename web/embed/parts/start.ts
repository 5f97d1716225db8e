/** The recipe of an embed, and its weights if given. They are checked, because anyone may have written them. */
import { fieldsApart } from '../../goals/judge';
import { type LinkResult, readLink, withWeights } from '../../recipe/link';
import { parseRecipe, parseRecipeText } from '../../recipe/parse';
import type { Recipe } from '../../recipe/schema';
import { shown } from '../../recipe/shown';
import type { GoalState } from '../../state/goal/goal-state';
import { firstRecipe } from '../../state/page/initial-state';
import type { Options } from '../options/options';

const OBJECT_AS_TEXT =
  'The recipe is the text “[object Object]”: an object was written into an attribute. Set the property “recipe” instead, or write JSON.stringify(recipe) into the attribute.';

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
  if (text === '[object Object]') return { ok: false, sentence: OBJECT_AS_TEXT };
  if (/^(?:preset|r)=/.test(text)) return readLink(text);
  return /^\d+\./.test(text) ? readLink(`r=${text}`) : checked(parseRecipeText(text));
}

function checked(result: ReturnType<typeof parseRecipe>): LinkResult {
  return result.ok
    ? { ok: true, shared: { recipe: result.recipe, parameters: null } }
    : { ok: false, sentence: result.problems.map(({ sentence }) => sentence).join(' ') };
}

/** Why a run of the recipe could never reach the goal: it is judged on other rows. Null if it could. */
export function outsideGoal(goal: GoalState | null, recipe: Recipe): string | null {
  const apart = goal?.setFor ? fieldsApart(goal.goal, goal.setFor, recipe) : [];
  if (apart.length === 0) return null;
  const named = apart.map(({ path, values: [wanted] }) => `${path} ${shown(wanted)}`).join(' and ');
  const found = apart.map(({ values: [, given] }) => shown(given)).join(' and ');
  return `The goal was set for ${named}, but this recipe has ${found}, so its run would not count. Set ${apart.map(({ path }) => path).join(' and ')} in the recipe, or change the goal first.`;
}
