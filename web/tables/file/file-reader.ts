/** The page's side of reading a file: a worker does the work, so that the page stays responsive. */
import { TableError } from '../table-error';
import { type Progress, throwIfCancelled } from './bytes';
import { asTableError, type FileReply, type FileRequest } from './file-messages';
import type { FileReading } from './opened-file';
import type { Corrections } from './understanding';

/** The part of a Worker that is used here. */
export interface FileWorker {
  postMessage(request: FileRequest): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FileReply>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export function startFileWorker(): FileWorker {
  return new Worker(new URL('./file.worker.ts', import.meta.url), { type: 'module', name: 'file' });
}

export interface RequestOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

export interface OpenOptions extends RequestOptions {
  /** For a file that cannot be read without them, for example with another delimiter. */
  readonly corrections?: Corrections;
}

interface Waiting {
  readonly id: number;
  readonly onProgress: ((progress: Progress) => void) | undefined;
  readonly resolve: (reading: FileReading) => void;
  readonly reject: (error: TableError) => void;
}

/** `FileRequest` without its id. */
type Asked =
  | { type: 'open'; file: Blob; name: string; corrections: Corrections }
  | { type: 'correct'; corrections: Corrections };

/** Reads one file at a time: a new request cancels the one before. Every promise settles, also if the worker fails. */
export class TableFileReader {
  private worker: FileWorker | null = null;
  private waiting: Waiting | null = null;
  private lastId = 0;

  constructor(private readonly startWorker: () => FileWorker = startFileWorker) {}

  /** Errors as in `OpenedFile.open` and `OpenedFile.read`. */
  open(file: Blob, name: string, options: OpenOptions = {}): Promise<FileReading> {
    const { corrections = {} } = options;
    return this.ask({ type: 'open', file, name, corrections }, options);
  }

  /** A table that was pasted as text. */
  paste(text: string, options: OpenOptions = {}): Promise<FileReading> {
    return this.open(new Blob([text]), 'Pasted table', options);
  }

  /** The opened file as understood with corrections; it is not read again. */
  correct(corrections: Corrections, options: RequestOptions = {}): Promise<FileReading> {
    return this.ask({ type: 'correct', corrections }, options);
  }

  /** Forgets the file, and stops the worker. */
  close(): void {
    this.fail(new TableError('CANCELLED', 'The file was closed.'));
    this.worker?.terminate();
    this.worker = null;
  }

  private async ask(asked: Asked, { onProgress, signal }: RequestOptions): Promise<FileReading> {
    throwIfCancelled(signal);
    this.fail(new TableError('CANCELLED', 'Another file or correction took its place.'));
    this.lastId += 1;
    const id = this.lastId;
    const worker = this.running();
    const cancel = () => worker.postMessage({ type: 'cancel' });
    signal?.addEventListener('abort', cancel);
    try {
      return await new Promise<FileReading>((resolve, reject) => {
        this.waiting = { id, onProgress, resolve, reject };
        worker.postMessage({ ...asked, id });
      });
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }

  private running(): FileWorker {
    if (this.worker !== null) return this.worker;
    const worker = this.startWorker();
    worker.onmessage = ({ data }) => this.receive(data);
    worker.onerror = (event) => {
      this.fail(asTableError(new Error(event.message || 'the worker stopped')));
      worker.terminate();
      this.worker = null;
    };
    this.worker = worker;
    return worker;
  }

  private fail(error: TableError): void {
    this.waiting?.reject(error);
    this.waiting = null;
  }

  private receive(reply: FileReply): void {
    if (reply.id !== this.waiting?.id) return;
    const { waiting } = this;
    if (reply.type === 'progress') {
      waiting.onProgress?.(reply.progress);
      return;
    }
    this.waiting = null;
    if (reply.type === 'done') waiting.resolve(reply.reading);
    else waiting.reject(new TableError(reply.code, reply.message));
  }
}
