/**
 * The parts of a network and its training: operations, losses, optimisers and layer types, as the core registers them
 * and as their pages in `subjects/` describe them. Code that needs to know something about a part asks here, by name or
 * by role; no other code compares names.
 */
import { LAYER_TYPES, LOSSES, OPERATIONS, OPTIMISERS } from './parts.generated.js';
import type { SubjectId } from './subject-ids.js';

export { LAYER_TYPES, LOSSES, OPERATIONS, OPTIMISERS };

type Named<Part extends { readonly name: string }> = Part['name'];

export type OperationEntry = (typeof OPERATIONS)[number];
export type OperationName = OperationEntry['name'];
export type OperationRole = OperationEntry['role'] | 'regulariser';
/** The class of the core: `WeightMultiply`, `Sigmoid`, … */
export type OperationKind = OperationEntry['class'];
export type ActivationName = Extract<OperationEntry, { readonly role: 'activation' }>['name'];
export type LossEntry = (typeof LOSSES)[number];
export type LossName = Named<LossEntry>;
/** What a run predicts: numbers, or one of several classes. */
export type Task = LossEntry['task'];
/** The losses for a task. */
export type LossFor<Of extends Task> = Extract<LossEntry, { readonly task: Of }>;
export type OptimiserName = Named<(typeof OPTIMISERS)[number]>;
export type LayerTypeName = Named<(typeof LAYER_TYPES)[number]>;

/** A setting that people can change, as the page of its part describes it. */
export type SettingSpec =
  | {
      readonly kind: 'whole' | 'finite';
      readonly title: string;
      readonly help: string;
      /** Empty for a pure number. */
      readonly unit: string;
      readonly min: number;
      readonly max: number;
      readonly default: number;
    }
  | {
      readonly kind: 'choice';
      readonly title: string;
      readonly help: string;
      /** Labels by value. */
      readonly choices: Readonly<Record<string, string>>;
      readonly default: string;
    }
  | { readonly kind: 'activation'; readonly title: string; readonly help: string; readonly default: string }
  | { readonly kind: 'flag'; readonly title: string; readonly help: string; readonly default: boolean };

export type Settings = Readonly<Record<string, SettingSpec>>;

type ValueOf<Spec> = Spec extends { readonly kind: 'whole' | 'finite' }
  ? number
  : Spec extends { readonly kind: 'flag' }
    ? boolean
    : Spec extends { readonly kind: 'activation' }
      ? ActivationName
      : Spec extends { readonly kind: 'choice'; readonly choices: infer Choices }
        ? keyof Choices
        : never;

/** The values of a part's settings. */
export type SettingValues<Part> = Part extends { readonly settings: infer Specs }
  ? { -readonly [Name in keyof Specs]: ValueOf<Specs[Name]> }
  : Record<never, never>;

export const ACTIVATIONS = OPERATIONS.filter(
  (operation): operation is Extract<OperationEntry, { readonly role: 'activation' }> => operation.role === 'activation',
);

export const ACTIVATION_NAMES: readonly ActivationName[] = ACTIVATIONS.map(({ name }) => name);

/** The losses that can train a run of this task. */
export const lossesFor = <Of extends Task>(task: Of): readonly LossFor<Of>[] =>
  LOSSES.filter((loss): loss is LossFor<Of> => loss.task === task);

/** The settings of a part; none if it has none. */
export function settingsOf(part: object): Settings {
  return 'settings' in part ? (part.settings as Settings) : {};
}

function entryNamed<Entry extends { readonly name: string }>(entries: readonly Entry[], name: string): Entry {
  const entry = entries.find((each) => each.name === name);
  if (entry === undefined) throw new RangeError(`There is no part "${name}".`);
  return entry;
}

/** Throw a RangeError for a name that is not in the catalogue. */
export const operationNamed = (name: string): OperationEntry => entryNamed<OperationEntry>(OPERATIONS, name);
export const lossNamed = <Name extends LossName>(name: Name): Extract<LossEntry, { readonly name: Name }> =>
  entryNamed<LossEntry>(LOSSES, name) as Extract<LossEntry, { readonly name: Name }>;
export const optimiserNamed = (name: string): (typeof OPTIMISERS)[number] => entryNamed(OPTIMISERS, name);
export const layerTypeNamed = (name: string): (typeof LAYER_TYPES)[number] => entryNamed(LAYER_TYPES, name);

/** The page that explains a part. */
export const subjectOf = (part: { readonly subject: SubjectId }): SubjectId => part.subject;
