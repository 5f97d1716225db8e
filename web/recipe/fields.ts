/** The name, meaning and bounds of each field of a recipe, by path, read from the schema for controls and messages. */

import { RecipeSchema } from './schema';
import type { FieldMetadata } from './schema-fields';

interface Described {
  /** Such as `training.batchSize`; an entry of a list is `[]`, as in `layers[].units`. The path of the recipe is ``. */
  readonly path: string;
  readonly title: string;
  /** One sentence; empty if the title is enough. */
  readonly help: string;
  /** For a setting that only some parts have: these parts, and the field that names the part. Null for other fields. */
  readonly of: { readonly key: string; readonly parts: readonly string[] } | null;
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
  /** The choices are parts of a network or its training; later versions will have more. */
  readonly ofParts: boolean;
  /** This choice decides which other fields the group has. */
  readonly isKey: boolean;
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

/** A field with only one allowed value: the version. */
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
  /** Names of its fields. */
  readonly names: readonly string[];
}

export type Field = NumberField | ChoiceField | FlagField | TextField | ConstantField | ListField | GroupField;

/** The part of a valibot schema that is used here. */
interface Node {
  readonly type: string;
  readonly wrapped?: Node;
  readonly default?: unknown;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly item?: Node;
  /** The values of a picklist, or the forms of a variant. */
  readonly options?: readonly (string | Node)[];
  readonly literal?: unknown;
  readonly pipe?: readonly Step[];
}

/** A step of a schema's pipe: a bound, or a text about the field. */
interface Step {
  readonly type: string;
  readonly requirement?: unknown;
  readonly title?: string;
  readonly description?: string;
  readonly metadata?: FieldMetadata;
}

const stepOf = (node: Node, type: string) => node.pipe?.find((candidate) => candidate.type === type);

function fieldOf(node: Node, path: string, fallback: unknown, of: Described['of']): Field {
  const step = (type: string) => stepOf(node, type);
  const bound = (type: string, otherwise: number) => (step(type)?.requirement as number | undefined) ?? otherwise;
  const described = { path, title: step('title')?.title ?? '', help: step('description')?.description ?? '', of };
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
      const choices = ((node.options ?? []) as readonly string[]).map((value) => ({
        value,
        label: metadata?.labels?.[value] ?? value,
      }));
      return {
        ...described,
        kind: 'choice',
        choices,
        default: fallback as string,
        ofParts: metadata?.ofParts ?? false,
        isKey: false,
      };
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

const joinedName = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

function collect(node: Node, path: string, fallback: unknown, of: Described['of'] = null): Field[] {
  if (node.wrapped) return collect(node.wrapped, path, node.default, of);
  if (node.type === 'variant') return collectForms(node, path);
  const inside = Object.entries(node.entries ?? {}).flatMap(([name, entry]) =>
    collect(entry, joinedName(path, name), undefined),
  );
  const items = node.item ? collect(node.item, `${path}[]`, undefined) : [];
  return [fieldOf(node, path, fallback, of), ...inside, ...items];
}

/** A group whose fields depend on the part it names: the field that names it, then every setting once. */
function collectForms(node: Node, path: string): Field[] {
  const key = stepOf(node, 'metadata')?.metadata?.key;
  if (key === undefined) throw new Error(`The group at ${path} has several forms and no key.`);
  const forms = node.options as readonly Node[];
  const parts = Object.keys(key.labels);
  const choices = parts.map((value) => ({ value, label: key.labels[value] ?? value }));
  const names = [...new Set(forms.flatMap(({ entries = {} }) => Object.keys(entries)))];
  const settings = names.filter((name) => name !== key.name);
  const keyPath = joinedName(path, key.name);
  return [
    { path, title: '', help: '', of: null, kind: 'group', names },
    {
      path: keyPath,
      title: key.title,
      help: key.help,
      of: null,
      kind: 'choice',
      choices,
      default: key.default,
      ofParts: true,
      isKey: true,
    },
    ...settings.flatMap((name) => {
      const having = parts.filter((_, form) => name in (forms[form]?.entries ?? {}));
      const node = forms.find(({ entries = {} }) => name in entries)?.entries?.[name] as Node;
      const of = having.length === parts.length ? null : { key: keyPath, parts: having };
      return collect(node, joinedName(path, name), undefined, of);
    }),
  ];
}

const FIELDS: ReadonlyMap<string, Field> = new Map(
  collect(RecipeSchema, '', undefined).map((field) => [field.path, field]),
);

/** Every field; groups and lists come before their fields. */
export function allFields(): readonly Field[] {
  return [...FIELDS.values()];
}

/** The field at `path`, with or without the index in `layers[2].units`. Undefined if there is none. */
export function findField(path: string): Field | undefined {
  return FIELDS.get(path.replace(/\[\d+\]/g, '[]'));
}

/** The field at `path`, which must be of this kind; throws if there is none. */
export function fieldAt<Kind extends Field['kind']>(path: string, kind: Kind): Extract<Field, { kind: Kind }> {
  const field = findField(path);
  if (field?.kind !== kind) throw new Error(`A recipe has no ${kind} field ${path}.`);
  return field as Extract<Field, { kind: Kind }>;
}

/**
 * The settings of the part called `name`; `key` is the path of the field that names the part, such as
 * `optimiser.method`.
 */
export function partFields(key: string, name: string): readonly Field[] {
  const group = key.replace(/\[\d+\]/g, '[]').replace(/\.[^.]+$/, '');
  return allFields().filter((field) => {
    const isIn = field.path.startsWith(`${group}.`) && !(field.kind === 'choice' && field.isKey);
    return isIn && (field.of === null || field.of.parts.includes(name));
  });
}

/** The part itself with all its settings at their defaults. */
export function partDefaults(key: string, name: string): Readonly<Record<string, unknown>> {
  const last = (path: string) => path.slice(path.lastIndexOf('.') + 1);
  const defaults = partFields(key, name).map((field) => [
    last(field.path),
    'default' in field ? field.default : undefined,
  ]);
  return { [last(key)]: name, ...Object.fromEntries(defaults) };
}
