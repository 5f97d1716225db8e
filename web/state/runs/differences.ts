/** The recipe fields in which runs differ. */
import { allFields, type Field, fieldAt } from '../../recipe/fields';
import type { LayerRecipe, Recipe } from '../../recipe/schema';
import { plain } from '../page/format';
import type { RunResult } from './stored-run';

export interface Difference {
  readonly title: string;
  /** One text for each run. */
  readonly values: readonly string[];
}

/** Only fields that are not the same in all runs, in the recipe's own order. */
export function differences(runs: readonly Pick<RunResult, 'recipe'>[]): readonly Difference[] {
  return allFields()
    .filter(isCompared)
    .map((field) => ({ title: field.title, values: runs.map(({ recipe }) => fieldText(recipe, field)) }))
    .filter(({ values }) => new Set(values).size > 1);
}

/** Layers and features are compared as a whole. */
function isCompared({ path, kind }: Field): boolean {
  return path !== '' && path !== 'name' && path !== '$schema' && kind !== 'group' && !path.includes('[]');
}

function fieldText(recipe: Recipe, field: Field): string {
  if (field.path === 'layers') {
    return recipe.layers.map(layerText).join(' → ');
  }
  const value = field.path.split('.').reduce<unknown>(member, recipe);
  if (field.kind === 'choice') {
    return field.choices.find((choice) => choice.value === value)?.label ?? String(value);
  }
  if (field.kind === 'flag') {
    return value === true ? 'yes' : 'no';
  }
  return Array.isArray(value) ? value.join(' ') : typeof value === 'number' ? plain(value) : String(value ?? '');
}

function member(value: unknown, name: string): unknown {
  return (value as Readonly<Record<string, unknown>>)[name];
}

/** `13 sigmoid`: the values of its settings, after its type unless that is the default one. */
function layerText({ type, ...settings }: LayerRecipe): string {
  const values = Object.values(settings).map(String);
  return (type === fieldAt('layers[].type', 'choice').default ? values : [type, ...values]).join(' ');
}
