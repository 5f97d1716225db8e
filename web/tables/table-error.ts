/** What can be wrong with a table or the file it comes from. */
export type TableErrorCode =
  | 'BAD_TABLE'
  | 'UNKNOWN_COLUMN'
  | 'BAD_CHANGE'
  | 'EMPTY_FILE'
  | 'TOO_LARGE'
  | 'NOT_TEXT'
  | 'DAMAGED_FILE'
  | 'BAD_TEXT'
  | 'CANCELLED';

/** An error with a code for programs and a sentence for people: what is wrong, where, and what to do. */
export class TableError extends Error {
  constructor(
    readonly code: TableErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'TableError';
  }
}
