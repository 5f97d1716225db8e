/**
 * A recipe, and optionally weights, as the part of an address after the `#`:
 *
 *     preset=chapter-3-two-hidden    a recipe that comes with the page
 *     r=1.<recipe>                   any other, as packed JSON without its defaults; 1 is the version of this format
 *     r=1.<recipe>&w=<weights>       with all parameters, as packed float64, little-endian, W1, B1, W2, …, row by row
 *
 * A goal may follow (goals/link.ts); other parts of a link are ignored.
 */
import type { DatasetFacts } from '../datasets/dataset';
import { datasetFacts } from '../datasets/dataset-facts';
import type { DatasetId } from '../datasets/dataset-ids';
import { packed, unpacked } from './packed-bytes';
import { parseRecipeText } from './parse';
import { PRESETS, presetNamed, similarPreset } from './presets';
import { shown } from './problem';
import type { Recipe } from './schema';
import { minimalRecipe, recipeEquals } from './serialise';
import { parameterCounts, totalParameters } from './widths';

const LINK_VERSION = 1;

/** In characters after the `#`; chat programs and learning platforms are known to cut off much longer addresses. */
export const LONGEST_LINK = 16_000;

const MOST_RECIPE_BYTES = 200_000;
const BYTES = Float64Array.BYTES_PER_ELEMENT;
const DAMAGED = 'The link is damaged: a part of it is missing or was changed. Copy the whole link again.';

/** A run to share: with the recipe's own first parameters, or with these. */
export interface Shared {
  readonly recipe: Recipe;
  /** Flat, as in `Run.parameters`; null for those that the recipe's seed gives. */
  readonly parameters: Float64Array | null;
}

export type LinkResult =
  | { readonly ok: true; readonly shared: Shared }
  /** Whole sentences. */
  | { readonly ok: false; readonly sentence: string };

/** As short as possible; it may still be longer than `LONGEST_LINK`. */
export async function linkOf({ recipe, parameters }: Shared): Promise<string> {
  const preset = PRESETS.find((each) => each.recipe.name === recipe.name && recipeEquals(each.recipe, recipe));
  if (preset !== undefined && parameters === null) return `preset=${preset.id}`;
  const json = JSON.stringify(minimalRecipe(recipe));
  const link = `r=${LINK_VERSION}.${await packed(new TextEncoder().encode(json))}`;
  return parameters === null ? link : `${link}&w=${await packed(toBytes(parameters))}`;
}

/** Reads a link and checks everything in it, because it may come from anyone. */
export async function readLink(
  link: string,
  dataset: (id: DatasetId) => DatasetFacts = datasetFacts,
): Promise<LinkResult> {
  if (link.length > LONGEST_LINK) return refused('The link is longer than any link that this page makes.');
  const fields = new URLSearchParams(link);
  const id = fields.get('preset');
  if (id !== null) return presetLinked(id);
  if (!fields.has('r') && fields.has('goal')) {
    return refused('The link has a goal but no recipe. Add one before it, such as #preset=chapter-3-linear&goal=….');
  }
  const [, version = '', text = ''] = /^([1-9]\d{0,3})\.(.*)$/.exec(fields.get('r') ?? '') ?? [];
  if (version === '') return refused(DAMAGED);
  if (Number(version) !== LINK_VERSION) {
    return refused(
      `The link has version ${version}, but this page reads version ${LINK_VERSION}. Open it in a newer Minifactory.`,
    );
  }
  const bytes = await unpacked(text, MOST_RECIPE_BYTES);
  const json = bytes === null ? null : utf8(bytes);
  if (json === null) return refused(DAMAGED);
  const result = parseRecipeText(json, dataset);
  if (!result.ok) {
    const sentences = result.problems.map(({ sentence }) => sentence);
    return refused(`The recipe in the link cannot be run. ${sentences.join(' ')}`);
  }
  return withWeights(result.recipe, fields.get('w'));
}

function presetLinked(id: string): LinkResult {
  const preset = presetNamed(id);
  if (preset !== undefined) return { ok: true, shared: { recipe: preset.recipe, parameters: null } };
  const similar = similarPreset(id);
  const advice = similar === undefined ? 'It may exist in a newer Minifactory.' : `Did you mean ${similar}?`;
  return refused(`The link names the preset ${shown(id)}, which this page does not have. ${advice}`);
}

/** The recipe with the weights in a link's `w`; null stands for the weights that the seed gives. */
export async function withWeights(recipe: Recipe, text: string | null): Promise<LinkResult> {
  if (text === null) return { ok: true, shared: { recipe, parameters: null } };
  const count = totalParameters(parameterCounts(recipe)) ?? 0;
  const bytes = await unpacked(text, count * BYTES);
  if (bytes?.length !== count * BYTES) return refused(DAMAGED);
  const parameters = fromBytes(bytes);
  return parameters.every(Number.isFinite)
    ? { ok: true, shared: { recipe, parameters } }
    : refused('Some weights in the link are not finite numbers, so training cannot start from them.');
}

function refused(sentence: string): LinkResult {
  return { ok: false, sentence };
}

/** Little-endian on every machine. */
function toBytes(numbers: Float64Array): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(numbers.length * BYTES));
  for (const [index, number] of numbers.entries()) view.setFloat64(index * BYTES, number, true);
  return new Uint8Array(view.buffer);
}

function fromBytes(bytes: Uint8Array<ArrayBuffer>): Float64Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float64Array.from({ length: bytes.length / BYTES }, (_, index) => view.getFloat64(index * BYTES, true));
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
