/** Estimates how long a reader takes for a page, for the teacher's overview. */
import type { Block, Html } from '../lesson';
import { plainText } from './text';

const WORDS_PER_MINUTE = 180;
/** Code is read line by line, and often typed. */
const CODE_LINES_PER_MINUTE = 5;

/**
 * Whole minutes: the words and the lines of code at the speeds above, plus one minute for each figure, task, question and
 * prediction. Hints and replies to wrong answers are not counted, because most readers do not open them.
 */
export function minutesOf(blocks: readonly Block[]): number {
  const activities = blocks.filter(({ kind }) => kind !== 'text' && kind !== 'note').length;
  const times = blocks.flatMap(textsOf).map((html) => {
    const code = html.match(/<pre>.*?<\/pre>/gs) ?? [];
    const lines = code.reduce((sum, listing) => sum + listing.trimEnd().split('\n').length, 0);
    return lines / CODE_LINES_PER_MINUTE + wordCount(html) / WORDS_PER_MINUTE;
  });
  return Math.ceil(times.reduce((sum, minutes) => sum + minutes, activities));
}

function wordCount(html: Html): number {
  // A formula counts as one word.
  const text = plainText(html.replace(/<pre>.*?<\/pre>/gs, ' ').replace(/<math.*?<\/math>/gs, ' formula '));
  return text.split(' ').filter((word) => /[\p{L}\d]/u.test(word)).length;
}

function textsOf(block: Block): readonly Html[] {
  if (!('html' in block)) return [];
  if (block.kind !== 'question' && block.kind !== 'predict') return [block.html];
  const options = block.answer.kind === 'choice' ? block.answer.options.map(({ html }) => html) : [];
  return [block.html, ...options, block.explanation];
}
