/** The problems of a recipe, field by field, in sentences with the given value and what is allowed. */
import { LOSSES } from '../explanations/parts';
import { allFields, type Field, findField } from './fields';
import { nearest } from './nearest';
import { shortened, shown } from './shown';

export { shown } from './shown';

export interface Problem {
  /** The field, such as `layers[0].units`; empty for the recipe as a whole. */
  readonly path: string;
  /** One or two whole sentences: the field, the value given, what is allowed. */
  readonly sentence: string;
}

/** `path` with one more step: a name, or an index in a list. */
export function joined(path: string, step: string | number): string {
  if (typeof step === 'number') return `${path}[${step}]`;
  const name = /^[\w$]+$/.test(step) ? shortened(step) : shown(step);
  return path === '' ? name : `${path}.${name}`;
}

function counted(field: { minLength: number; maxLength: number }, one: string, many: string): string {
  const { minLength, maxLength } = field;
  if (Number.isFinite(maxLength))
    return minLength === 0 ? ` of at most ${maxLength} ${many}` : ` of ${minLength} to ${maxLength} ${many}`;
  return minLength === 0 ? '' : ` of at least ${minLength} ${minLength === 1 ? one : many}`;
}

/** What a field may contain, as the end of the sentence "it must be …". */
export function allowed(field: Field): string {
  switch (field.kind) {
    case 'number':
      return `a ${field.whole ? 'whole ' : ''}number from ${field.min} to ${field.max}`;
    case 'choice':
      return field.choices.length === 1
        ? shown(field.choices[0]?.value)
        : `one of ${field.choices.map(({ value }) => shown(value)).join(', ')}`;
    case 'flag':
      return 'true or false';
    case 'text':
      return `a text${counted(field, 'character', 'characters')}`;
    case 'list':
      return `a list${counted(field, 'entry', 'entries')}`;
    case 'group':
      return `an object, { }, with any of the fields ${field.names.join(', ')}`;
    case 'constant':
      return shown(field.value);
  }
}

/** The field at `path` has a value that is not allowed. */
export function unfit(path: string, value: unknown): Problem {
  const subject = path === '' ? 'The recipe' : path;
  const field = findField(path);
  if (!field) return { path, sentence: `${subject} is ${shown(value)}, which is not allowed.` };
  if (path === 'version') {
    return { path, sentence: `version is ${shown(value)}; the supported version is ${allowed(field)}.` };
  }
  const ofOtherTask = path === 'loss.function' ? LOSSES.find(({ name }) => name === value) : undefined;
  if (ofOtherTask !== undefined) {
    const sentence = `${path} is ${shown(value)}, a loss for ${ofOtherTask.task}; this recipe predicts a number, so it must be ${allowed(field)}.`;
    return { path, sentence };
  }
  return { path, sentence: `${subject} is ${shown(value)}; it must be ${allowed(field)}.${hint(field, value)}` };
}

/** An extra sentence for a likely typing error. */
function hint(field: Field, value: unknown): string {
  if (typeof value !== 'string') return '';
  if (field.kind === 'number' && value.trim() !== '' && Number.isFinite(Number(value))) return ' Remove the quotes.';
  if (field.kind !== 'choice') return '';
  const values = field.choices.map((choice) => choice.value);
  const suggestion = nearest(value, values);
  return suggestion === undefined ? '' : ` Did you mean ${shown(suggestion)}?`;
}

/** The group at `groupPath` has a field that is unknown, or that belongs to another part than `group` names. */
export function unknownField(groupPath: string, name: string, group: unknown): Problem {
  const path = joined(groupPath, name);
  const misplaced = settingOfOthers(path, group);
  if (misplaced !== undefined) return { path, sentence: misplaced };
  const field = findField(groupPath);
  const names = field?.kind === 'group' ? field.names : [];
  const similar = nearest(name, names);
  const elsewhere = allFields().find((field) => field.path.endsWith(`.${name}`));
  const advice =
    similar !== undefined
      ? `did you mean ${joined(groupPath, similar)}?`
      : elsewhere !== undefined
        ? `did you mean ${elsewhere.path}?`
        : `${groupPath === '' ? 'a recipe' : groupPath} has the fields ${names.join(', ')}.`;
  return { path, sentence: `${path} is not a field of a recipe; ${advice}` };
}

/** The parts that have this setting, if it exists but not for the part that its group names. */
function settingOfOthers(path: string, group: unknown): string | undefined {
  const field = findField(path);
  if (field === undefined || field.of === null) return undefined;
  const { key, parts } = field.of;
  const keyField = findField(key);
  const keyName = key.slice(key.lastIndexOf('.') + 1);
  const given = (group as Readonly<Record<string, unknown>> | null)?.[keyName];
  const part = given ?? (keyField !== undefined && 'default' in keyField ? keyField.default : undefined);
  const whose = parts.map(shown).join(' or ');
  return `${path} is a setting of ${keyName} ${whose}, not of ${shown(part)}; remove it, or change ${keyName}.`;
}
