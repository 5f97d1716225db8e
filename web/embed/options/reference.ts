/** The tables of docs/embedding.md, made from the tables in the code. */
import { HIDEABLE, HIDEABLE_NAMES } from '../../state/page/hideable';
import { OPTION_NAMES } from './option-names';
import { OPTIONS, type OptionKind } from './options';

/** With more choices than this, see the builder or the message for a wrong choice. */
const MOST_CHOICES = 10;

export function optionsReference(): string {
  const rows = OPTION_NAMES.map((name) => {
    const { values, default: fallback, description } = OPTIONS[name];
    return `| \`${name}\` | ${description} | ${allowed(values)} | ${fallback === '' ? '' : `\`${fallback}\``} |`;
  });
  return ['| option | what it is | allowed | default |', '|---|---|---|---|', ...rows].join('\n');
}

export function hideableReference(): string {
  const rows = HIDEABLE_NAMES.map((name) => `| \`${name}\` | ${HIDEABLE[name]} |`);
  return ['| name | what is left out |', '|---|---|', ...rows].join('\n');
}

function allowed(values: OptionKind): string {
  switch (values.kind) {
    case 'text':
      return 'text';
    case 'choice':
      return choices(values.of);
    case 'names':
      return 'any of [these](#what-can-be-hidden)';
    case 'number':
      return [
        `${values.whole ? 'a whole number' : 'a number'}, ${values.min} to ${values.max}`,
        ...values.words.map(code),
      ].join(', or ');
  }
}

function choices(of: readonly string[]): string {
  return of.length > MOST_CHOICES
    ? `one of ${of.length}, ${of.slice(0, 2).map(code).join(', ')}, …`
    : of.map(code).join(', ');
}

function code(text: string): string {
  return `\`${text}\``;
}
