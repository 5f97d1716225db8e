/** The kinds of field a recipe is made of: each carries its default, its bounds and the words the page shows for it. */
import * as v from 'valibot';

/** What a field carries beside what valibot knows: the unit of its number, or the labels of its choices. */
export interface FieldMetadata {
  readonly unit?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** The same, checked: valibot's own metadata takes anything. */
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

/** One of the keys of `labels`, which says in words what each is. */
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
export const span = (title: string, help: string, count: number, unit: 'epochs' | 'batches') =>
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
