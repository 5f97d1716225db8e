/** The kinds of field in a recipe: each has a default, bounds and the texts that the page shows. */
import * as v from 'valibot';
import {
  ACTIVATION_NAMES,
  ACTIVATIONS,
  type ActivationName,
  type SettingSpec,
  type Settings,
  type SettingValues,
  settingsOf,
} from '../explanations/parts';

/** Extra information about a field: the unit of its number, or the labels of its choices. */
export interface FieldMetadata {
  readonly unit?: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** The choices are parts of a network or its training; later versions will have more. */
  readonly ofParts?: boolean;
  /** For a group with several forms: the field that distinguishes them. */
  readonly key?: PartKey;
}

/** The field of a group that names a part; the other fields are the settings of the part. */
export interface PartKey {
  readonly name: string;
  readonly title: string;
  readonly help: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly default: string;
}

/** The same with a type, because valibot's own metadata accepts anything. */
const metadata = <Input>(data: FieldMetadata) => v.metadata<Input, Record<string, unknown>>({ ...data });

interface NumberSpec {
  readonly title: string;
  readonly help: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly default: number;
}

export const finite = (spec: NumberSpec) =>
  v.optional(
    v.pipe(
      v.number(),
      v.minValue(spec.min),
      v.maxValue(spec.max),
      v.title(spec.title),
      v.description(spec.help),
      metadata({ unit: spec.unit }),
    ),
    spec.default,
  );

export const whole = (spec: NumberSpec) =>
  v.optional(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(spec.min),
      v.maxValue(spec.max),
      v.title(spec.title),
      v.description(spec.help),
      metadata({ unit: spec.unit }),
    ),
    spec.default,
  );

/** One of the keys of `labels`, which contains the text for each. */
export const choice = <const Options extends readonly string[]>(
  options: Options,
  fallback: Options[number],
  title: string,
  help: string,
  labels: Readonly<Record<Options[number], string>>,
) => v.optional(v.pipe(v.picklist(options), v.title(title), v.description(help), metadata({ labels })), fallback);

export const flag = (title: string, help: string, fallback = false) =>
  v.optional(v.pipe(v.boolean(), v.title(title), v.description(help)), fallback);

export const seed = (title: string, help: string, fallback: number) =>
  whole({ title, help, unit: '', min: 0, max: 4294967295, default: fallback });

/** A length of training: a whole number of epochs or of batches. */
export const duration = (title: string, help: string, count: number, unit: 'epochs' | 'batches') =>
  v.optional(
    v.strictObject({
      count: whole({ title, help, unit: 'epochs or batches', min: 1, max: 1_000_000, default: count }),
      unit: choice(
        ['epochs', 'batches'],
        unit,
        'Counted in',
        'An epoch is one pass over the training rows; a batch is one update.',
        { epochs: 'epochs', batches: 'batches' },
      ),
    }),
    {},
  );

const labelsOf = (parts: readonly { readonly name: string; readonly label: string }[]) =>
  Object.fromEntries(parts.map(({ name, label }) => [name, label]));

/** One of the activations. */
const activation = ({ title, help, default: fallback }: Extract<SettingSpec, { kind: 'activation' }>) =>
  v.optional(
    v.pipe(
      v.picklist(ACTIVATION_NAMES),
      v.title(title),
      v.description(help),
      metadata({ labels: labelsOf(ACTIVATIONS), ofParts: true }),
    ),
    fallback as ActivationName,
  );

/** The schema of a setting, from the page of its part. */
function setting(spec: SettingSpec): v.GenericSchema {
  switch (spec.kind) {
    case 'whole':
      return whole(spec);
    case 'finite':
      return finite(spec);
    case 'choice':
      return choice(Object.keys(spec.choices), spec.default, spec.title, spec.help, spec.choices);
    case 'activation':
      return activation(spec);
    case 'flag':
      return flag(spec.title, spec.help, spec.default);
  }
}

const settings = (specs: Settings) =>
  Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, setting(spec)]));

interface Part {
  readonly name: string;
  readonly label: string;
}

/** A part as people write it: its name under `Key`, optional for the default part, and any of its settings. */
type PartInput<Entry extends Part, Key extends string, Default> = Entry extends Part
  ? { [K in Key]: Entry['name'] } & Partial<SettingValues<Entry>> extends infer Whole
    ? Entry['name'] extends Default
      ? Omit<Whole, Key> & { [K in Key]?: Entry['name'] }
      : Whole
    : never
  : never;

/** The same, filled in. */
export type PartOutput<Entry extends Part, Key extends string> = Entry extends Part
  ? { [K in Key]: Entry['name'] } & SettingValues<Entry>
  : never;

/** A part, identified by the field `key`, with its settings as the other fields. */
export function onePart<Entry extends Part, const Key extends string, const Default extends Entry['name']>(
  parts: readonly Entry[],
  key: Key,
  fallback: Default,
  title: string,
  help: string,
) {
  const name = (part: Entry) => v.pipe(v.literal(part.name), v.title(title), v.description(`${help} ${part.label}.`));
  const forms = parts.map((part) =>
    v.strictObject({
      [key]: part.name === fallback ? v.optional(name(part), part.name) : name(part),
      ...settings(settingsOf(part)),
    }),
  );
  const named: PartKey = { name: key, title, help, labels: labelsOf(parts), default: fallback };
  const schema = v.pipe(v.variant(key, forms as never), metadata({ key: named }));
  return schema as unknown as v.GenericSchema<PartInput<Entry, Key, Default>, PartOutput<Entry, Key>>;
}
