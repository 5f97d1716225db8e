/** Combines tasks with their figures. */
import type { Block, FigureBlock, TaskBlock } from './lesson';

export type Work = readonly [task: TaskBlock, figure: FigureBlock];

/** A task that follows its own figure is moved before it and combined with it. */
export function worked(blocks: readonly Block[]): readonly (Block | Work)[] {
  return blocks.flatMap((block, place): readonly (Block | Work)[] => {
    const [before, after] = [blocks[place - 1], blocks[place + 1]];
    if (block.kind === 'figure' && isTaskOf(after, block)) return [[after, block]];
    return before?.kind === 'figure' && isTaskOf(block, before) ? [] : [block];
  });
}

export function isWork(part: Block | Work): part is Work {
  return Array.isArray(part);
}

function isTaskOf(block: Block | undefined, { id }: FigureBlock): block is TaskBlock {
  return block?.kind === 'do' && block.figures.includes(id);
}
