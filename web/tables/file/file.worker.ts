/** The script of the worker that reads files. */
import type { FileRequest } from './file-messages';
import { fileServer } from './file-server';

const scope = self as unknown as DedicatedWorkerGlobalScope;
const serve = fileServer((reply, transfer = []) => scope.postMessage(reply, transfer));
scope.onmessage = ({ data }: MessageEvent<FileRequest>) => void serve(data);
