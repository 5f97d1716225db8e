/** Pieces of Python source. Text from outside must not be able to end a string or a comment. */

/** The maximum length of lines of code and comments, in characters. */
export const WIDTH = 100;

/** A string literal; all escapes of JSON mean the same in Python. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/** On one line, without characters that could end a comment or a line. */
export function printable(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

/** Text for the inside of a docstring, on one line. */
export function docstringText(text: string): string {
  return printable(text).replace(/[\\"]/g, '\\$&');
}

/** Words on as few lines as the width allows, each line beginning with `prefix`. */
export function wrapped(words: readonly string[], prefix: string): string {
  const lines: string[] = [];
  let line = prefix;
  for (const word of words) {
    const longer = line === prefix ? prefix + word : `${line} ${word}`;
    if (longer.length > WIDTH && line !== prefix) {
      lines.push(line);
      line = prefix + word;
    } else {
      line = longer;
    }
  }
  return [...lines, line].join('\n');
}

/** A comment of one or more lines. */
export function comment(text: string, indent = ''): string {
  return wrapped(printable(text).split(' '), `${indent}# `);
}

/** Lines of code, each indented by `indent`. */
export function indented(lines: readonly string[], indent: string): string {
  return lines.map((line) => indent + line).join('\n');
}

/** `name = [...]`, on one line if it fits. */
export function listOfStrings(name: string, values: readonly string[]): string {
  const line = `${name} = [${values.map(quoted).join(', ')}]`;
  if (line.length <= WIDTH) return line;
  const entries = values.map((value) => `${quoted(value)},`);
  return `${name} = [\n${wrapped(entries, '    ')}\n]`;
}

/** A heading above a part of the program. */
export function heading(title: string): string {
  return `# ${title}\n# ${'-'.repeat(title.length)}`;
}
