/** Turns any value into a recipe that can be run, or into sentences that say why it cannot. */
import * as v from 'valibot';
import type { DatasetFacts } from '../datasets/dataset';
import { datasetFacts } from '../datasets/dataset-facts';
import type { DatasetId } from '../datasets/dataset-ids';
import { crossChecks, resolved } from './checks';
import { findField } from './fields';
import { jsonFault } from './json-fault';
import { joined, type Problem, unfit, unknownField } from './problem';
import { type Recipe, RecipeSchema } from './schema';

export type { Problem } from './problem';

export type ParseResult =
  | { readonly ok: true; readonly recipe: Recipe }
  /** At least one problem, in the order of the recipe's fields; at most one for each field. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Checks a recipe and fills in all defaults, with features and target from its data set.
 * Fields are compared with each other only if each is valid by itself.
 */
export function parseRecipe(input: unknown, dataset: (id: DatasetId) => DatasetFacts = datasetFacts): ParseResult {
  const misplaced = misplacedLists(input, '');
  if (misplaced.length > 0) return { ok: false, problems: misplaced };
  const result = v.safeParse(RecipeSchema, input);
  if (!result.success) return { ok: false, problems: fieldProblems(result.issues) };
  const data = dataset(result.output.data.source);
  const recipe = resolved(result.output, data);
  const problems = crossChecks(recipe, data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, recipe };
}

/** Like `parseRecipe`, from JSON text; a text that is not JSON gives one problem with line and column. */
export function parseRecipeText(text: string, dataset: (id: DatasetId) => DatasetFacts = datasetFacts): ParseResult {
  // Some editors write a byte order mark first, which JSON.parse rejects.
  const json = text.replace(/^\uFEFF/, '');
  const fault = jsonFault(json);
  if (fault) {
    const { line, column, found, expected } = fault;
    const sentence = `The recipe is not JSON: at line ${line}, column ${column}, expected ${expected}, but found ${found}.`;
    return { ok: false, problems: [{ path: '', sentence }] };
  }
  return parseRecipe(JSON.parse(json), dataset);
}

/** Lists in the place of objects. The schema library accepts a list as an object without fields. */
function misplacedLists(value: unknown, path: string): Problem[] {
  const kind = findField(path)?.kind;
  if (kind === 'list' && Array.isArray(value)) {
    return value.flatMap((entry, index) => misplacedLists(entry, joined(path, index)));
  }
  if (kind !== 'group' || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return [unfit(path, value)];
  return Object.entries(value).flatMap(([name, entry]) => misplacedLists(entry, joined(path, name)));
}

function fieldProblems(issues: readonly v.InferIssue<typeof RecipeSchema>[]): Problem[] {
  const problems = new Map<string, Problem>();
  for (const issue of issues) {
    const problem = fieldProblem(issue);
    if (!problems.has(problem.path)) problems.set(problem.path, problem);
  }
  // Another version may have other fields, so problems with them are not reported. A part that this version does not
  // have is reported.
  const version = problems.get('version');
  if (version === undefined) return [...problems.values()];
  const parts = [...problems.values()].filter(({ path }) => {
    const field = findField(path);
    return field?.kind === 'choice' && field.ofParts;
  });
  return [version, ...parts];
}

function fieldProblem(issue: v.InferIssue<typeof RecipeSchema>): Problem {
  const steps = (issue.path ?? []).map(({ key }) => key as string | number);
  const isUnknown = issue.type === 'strict_object' && issue.expected === 'never';
  const path = (isUnknown ? steps.slice(0, -1) : steps).reduce<string>(joined, '');
  if (!isUnknown) return unfit(path, issue.input);
  const group = issue.path?.at(-1) as { readonly input?: unknown } | undefined;
  return unknownField(path, String(steps.at(-1)), group?.input);
}
