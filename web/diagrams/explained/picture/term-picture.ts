/**
 * An explanation as boxes and edges: what enters and leaves each box, its parameters below it, and the gradients back.
 */
import type { Explanation, TermArray } from '../../../explanations/explanation';

/** A term with its own symbol or another name; an id that the explanation lacks is a plain word. */
export interface PictureTerm {
  readonly id: string;
  readonly name: string | null;
}

export interface PictureEdge {
  readonly forward: readonly PictureTerm[];
  /** Gradients, which flow against the edge. */
  readonly backward: readonly PictureTerm[];
}

export interface PictureBox {
  readonly letter: string;
  /** The term that the box itself stands for, if any. */
  readonly term: string | null;
  readonly hanging: readonly PictureTerm[];
  /** Gradients of the parameters below the box, and derivatives of the box. */
  readonly gradients: readonly PictureTerm[];
}

/** A row of boxes, with the edges before, between and after them. */
export interface TermPicture {
  readonly boxes: readonly PictureBox[];
  readonly edges: readonly PictureEdge[];
}

/** One box with all terms that have arrays in a pass, each on the edge for its role. */
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
