/** A mistake in a subject's file. The message starts with the place, as compilers do: `file:line: sentence`. */
export class SubjectError extends Error {
  /** @param {string} file @param {number} line counted from 1 @param {string} sentence */
  constructor(file, line, sentence) {
    super(`${file}:${line}: ${sentence}`);
    this.name = 'SubjectError';
  }
}
