/** An explanation as boxes and edges: what enters and leaves each box, what hangs from it, what comes back. */
import type { Explanation, TermArray } from '../../../explanations/explanation';

/** A term, by its own letter or by another name; an id that the explanation does not have is a plain word. */
export interface PictureTerm {
  readonly id: string;
  readonly name: string | null;
}

export interface PictureEdge {
  readonly forward: readonly PictureTerm[];
  /** Gradients, which run against the edge. */
  readonly backward: readonly PictureTerm[];
}

export interface PictureBox {
  readonly letter: string;
  /** The term that the box itself stands for, if any. */
  readonly term: string | null;
  readonly hanging: readonly PictureTerm[];
  /** Gradients of what hangs, and slopes of the box. */
  readonly gradients: readonly PictureTerm[];
}

/** A row of boxes; the edges before, between and after them. */
export interface TermPicture {
  readonly boxes: readonly PictureBox[];
  readonly edges: readonly PictureEdge[];
}

/** One box with all terms that a pass has numbers for, each on the edge where its kind runs. */
export function pictureByArrays({ terms }: Explanation, letter: string): TermPicture {
  const having = (...arrays: readonly TermArray[]) =>
    terms.filter(({ array }) => arrays.includes(array)).map(({ id }): PictureTerm => ({ id, name: null }));
  const updates = having('updated').length > 0;
  return {
    boxes: [
      {
        letter,
        term: null,
        hanging: updates ? having('learningRate') : having('parameter', 'targets', 'learningRate'),
        gradients: updates ? [] : having('gradient'),
      },
    ],
    edges: [
      {
        forward: updates ? having('parameter', 'gradient') : having('input', 'predictions'),
        backward: having('inputGradient'),
      },
      { forward: having('output', 'updated'), backward: having('outputGradient') },
    ],
  };
}
