/** The worker's side: opens one file at a time and reads it as often as asked. */
import type { TableColumn } from '../table';
import type { Progress } from './bytes';
import { asTableError, type FileReply, type FileRequest } from './file-messages';
import { OpenedFile } from './opened-file';

export type Post = (reply: FileReply, transfer?: Transferable[]) => void;

/** The memory of a column's numbers, which is moved to the page instead of copied. */
function buffers(column: TableColumn): Transferable[] {
  if (column.type === 'ignored') return column.content.type === 'text' ? [] : buffers(column.content);
  const { buffer } = column.type === 'category' ? column.codes : column.values;
  return buffer instanceof ArrayBuffer ? [buffer] : [];
}

/** A function to hand every request to. A new request cancels the one before. */
export function fileServer(post: Post): (request: FileRequest) => Promise<void> {
  let opened: OpenedFile | null = null;
  let current = new AbortController();

  return async (request) => {
    current.abort();
    if (request.type === 'cancel') return;
    const { id } = request;
    const own = new AbortController();
    current = own;
    const { signal } = own;
    const options = {
      signal,
      onProgress: (progress: Progress) => post({ type: 'progress', id, progress }),
    };
    try {
      const file = request.type === 'open' ? await OpenedFile.open(request.file, request.name, options) : opened;
      if (file === null) throw new Error('no file was opened before');
      const reading = await file.read(request.corrections, options);
      opened = file;
      post({ type: 'done', id, reading }, reading.table.columns.flatMap(buffers));
    } catch (error) {
      const { code, message } = asTableError(error);
      post({ type: 'failed', id, code, message });
    }
  };
}
