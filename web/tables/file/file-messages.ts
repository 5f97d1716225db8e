/** What the page and the worker that reads files say to each other. */
import { TableError, type TableErrorCode } from '../table-error';
import type { Progress } from './bytes';
import type { FileReading } from './opened-file';
import type { Corrections } from './understanding';

export type FileRequest =
  | {
      readonly type: 'open';
      readonly id: number;
      readonly file: Blob;
      readonly name: string;
      readonly corrections: Corrections;
    }
  /** Reads the opened file again, with corrections. */
  | { readonly type: 'correct'; readonly id: number; readonly corrections: Corrections }
  | { readonly type: 'cancel' };

export type FileReply =
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly type: 'done'; readonly id: number; readonly reading: FileReading }
  | { readonly type: 'failed'; readonly id: number; readonly code: TableErrorCode; readonly message: string };

/** Any error as a code and a sentence. */
export function asTableError(error: unknown): TableError {
  if (error instanceof TableError) return error;
  const what = error instanceof Error ? error.message : String(error);
  return new TableError('DAMAGED_FILE', `The file cannot be read: ${what}. Choose it again.`);
}
