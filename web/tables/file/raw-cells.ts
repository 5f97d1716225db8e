/** The cells of a file as they are written, in little memory: for each column, 1,024 rows share one string. */

const BLOCK = 1024;

interface Block {
  readonly text: string;
  /** Where each cell ends in `text`. */
  readonly ends: Uint32Array;
}

const EMPTY: Block = { text: '', ends: new Uint32Array(BLOCK) };

export class RawCells {
  private readonly blocks: Block[][] = [];
  private pending: (readonly string[])[] = [];
  private readonly firstLines: number[] = [];
  private readonly counts: number[] = [];
  private widest = 0;

  get rows(): number {
    return this.firstLines.length;
  }

  /** The largest number of cells in a row. */
  get columns(): number {
    return this.widest;
  }

  /** Adds a row that begins on this line of the file, counting from 1. */
  add(row: readonly string[], line: number): void {
    this.firstLines.push(line);
    this.counts.push(row.length);
    this.widest = Math.max(this.widest, row.length);
    this.pending.push(row);
    if (this.pending.length === BLOCK) this.pack();
  }

  /** Call it after the last row. */
  finish(): void {
    if (this.pending.length > 0) this.pack();
  }

  /** The line of the file, counting from 1, on which a row begins. */
  line(row: number): number {
    return this.firstLines[row] as number;
  }

  /** How many cells a row has in the file. */
  count(row: number): number {
    return this.counts[row] as number;
  }

  /** The cell as it is written, without quotation marks; empty if the row is too short. */
  cell(row: number, column: number): string {
    const { text, ends } = this.blocks[column]?.[row >> 10] ?? EMPTY;
    const index = row & (BLOCK - 1);
    return text.slice(index === 0 ? 0 : ends[index - 1], ends[index]);
  }

  private pack(): void {
    const block = (this.firstLines.length - 1) >> 10;
    for (let column = 0; column < this.widest; column += 1) {
      const blocks = this.blocks[column] ?? Array.from<Block>({ length: block }).fill(EMPTY);
      this.blocks[column] = blocks;
      const ends = new Uint32Array(this.pending.length);
      const cells: string[] = [];
      let end = 0;
      for (const [index, row] of this.pending.entries()) {
        const cell = row[column] ?? '';
        cells.push(cell);
        end += cell.length;
        ends[index] = end;
      }
      blocks.push({ text: cells.join(''), ends });
    }
    this.pending = [];
  }
}
