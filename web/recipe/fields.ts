/** What each field of a recipe is called, means and allows, by path; read off the schema, for controls and messages. */

import { RecipeSchema } from './schema';
import type { FieldMetadata } from './schema-fields';

interface Described {
  /** As in `training.batchSize`; an entry of a list is `[]`, as in `layers[].units`. The whole recipe is ``. */
  readonly path: string;
  readonly title: string;
  /** One sentence; empty where the title says it all. */
  readonly help: string;
}

export interface NumberField extends Described {
  readonly kind: 'number';
  /** Whole numbers only. */
  readonly whole: boolean;
  readonly min: number;
  readonly max: number;
  /** Empty for a pure number. */
  readonly unit: string;
  readonly default: number;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface ChoiceField extends Described {
  readonly kind: 'choice';
  readonly choices: readonly Choice[];
  readonly default: string;
}

export interface FlagField extends Described {
  readonly kind: 'flag';
  readonly default: boolean;
}

export interface TextField extends Described {
  readonly kind: 'text';
  readonly minLength: number;
  readonly maxLength: number;
}

/** One value and no other: the version. */
export interface ConstantField extends Described {
  readonly kind: 'constant';
  readonly value: unknown;
}

export interface ListField extends Described {
  readonly kind: 'list';
  readonly minLength: number;
  readonly maxLength: number;
}

export interface GroupField extends Described {
  readonly kind: 'group';
  /** Names of the fields in it. */
  readonly names: readonly string[];
}

export type Field = NumberField | ChoiceField | FlagField | TextField | ConstantField | ListField | GroupField;

/** As much of a valibot schema as is looked at here. */
interface Node {
  readonly type: string;
  readonly wrapped?: Node;
  readonly default?: unknown;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly item?: Node;
  readonly options?: readonly string[];
  readonly literal?: unknown;
  readonly pipe?: readonly Step[];
}

/** A step of a schema's pipe: a bound, or words about the field. */
interface Step {
  readonly type: string;
  readonly requirement?: unknown;
  readonly title?: string;
  readonly description?: string;
  readonly metadata?: FieldMetadata;
}

function fieldOf(node: Node, path: string, fallback: unknown): Field {
  const step = (type: string) => node.pipe?.find((candidate) => candidate.type === type);
  const bound = (type: string, otherwise: number) => (step(type)?.requirement as number | undefined) ?? otherwise;
  const described = { path, title: step('title')?.title ?? '', help: step('description')?.description ?? '' };
  const metadata = step('metadata')?.metadata;
  const length = { minLength: bound('min_length', 0), maxLength: bound('max_length', Number.POSITIVE_INFINITY) };
  switch (node.type) {
    case 'number':
      return {
        ...described,
        kind: 'number',
        whole: step('integer') !== undefined,
        min: bound('min_value', Number.NEGATIVE_INFINITY),
        max: bound('max_value', Number.POSITIVE_INFINITY),
        unit: metadata?.unit ?? '',
        default: fallback as number,
      };
    case 'picklist': {
      const choices = (node.options ?? []).map((value) => ({ value, label: metadata?.labels?.[value] ?? value }));
      return { ...described, kind: 'choice', choices, default: fallback as string };
    }
    case 'boolean':
      return { ...described, kind: 'flag', default: fallback as boolean };
    case 'string':
      return { ...described, kind: 'text', ...length };
    case 'literal':
      return { ...described, kind: 'constant', value: node.literal };
    case 'array':
      return { ...described, kind: 'list', ...length };
    case 'strict_object':
      return { ...described, kind: 'group', names: Object.keys(node.entries ?? {}) };
    default:
      throw new Error(`The recipe's schema has a ${node.type} at ${path}, which no control can show.`);
  }
}

function collect(node: Node, path: string, fallback: unknown): Field[] {
  if (node.wrapped) return collect(node.wrapped, path, node.default);
  const inside = Object.entries(node.entries ?? {}).flatMap(([name, entry]) =>
    collect(entry, path === '' ? name : `${path}.${name}`, undefined),
  );
  const items = node.item ? collect(node.item, `${path}[]`, undefined) : [];
  return [fieldOf(node, path, fallback), ...inside, ...items];
}

const FIELDS: ReadonlyMap<string, Field> = new Map(
  collect(RecipeSchema, '', undefined).map((field) => [field.path, field]),
);

/** Every field, groups and lists before what is in them. */
export function allFields(): readonly Field[] {
  return [...FIELDS.values()];
}

/** The field at `path`; the number in `layers[2].units` may be there or not. Undefined if there is none. */
export function findField(path: string): Field | undefined {
  return FIELDS.get(path.replace(/\[\d+\]/g, '[]'));
}

/** The field at `path` of the kind asked for; a path without one is the caller's mistake and throws. */
export function fieldAt<Kind extends Field['kind']>(path: string, kind: Kind): Extract<Field, { kind: Kind }> {
  const field = findField(path);
  if (field?.kind !== kind) throw new Error(`A recipe has no ${kind} field ${path}.`);
  return field as Extract<Field, { kind: Kind }>;
}
