/**
 * Allows `:::` … `:::` inside `:::` … `:::`. Markdown's directives require more colons on the outer fence than on the
 * inner one; this saves authors from counting them. Line numbers do not change.
 */
import type { Problems } from './problems';

const FENCE = /^( {0,3})(:{3,})[ \t]*(.*)$/;
const CODE = /^ {0,3}(`{3,}|~{3,})/;

export function nestFences(text: string, problems: Problems): string {
  const lines = text.split('\n');
  const open: { readonly index: number; height: number }[] = [];
  const fences: { readonly first: number; readonly last: number; readonly height: number }[] = [];
  let code: string | null = null;
  for (const [index, line] of lines.entries()) {
    const mark = CODE.exec(line)?.[1];
    if (mark !== undefined && (code === null || mark.startsWith(code))) {
      code = code === null ? mark : null;
    }
    const rest = code === null ? FENCE.exec(line)?.[3] : undefined;
    if (rest === undefined) continue;
    if (rest !== '') {
      open.push({ index, height: 0 });
      continue;
    }
    const opened = open.pop();
    if (opened === undefined) {
      problems.report(index + 1, 'This “:::” closes nothing.');
      continue;
    }
    fences.push({ first: opened.index, last: index, height: opened.height });
    const outer = open.at(-1);
    if (outer !== undefined) outer.height = Math.max(outer.height, opened.height + 1);
  }
  for (const { index } of open) problems.report(index + 1, 'This “:::” is never closed.');
  for (const { first, last, height } of fences) {
    for (const index of [first, last]) lines[index] = withColons(lines[index] as string, 3 + height);
  }
  return lines.join('\n');
}

function withColons(line: string, count: number): string {
  return line.replace(FENCE, (_, indent: string, __, rest: string) => `${indent}${':'.repeat(count)}${rest}`);
}
