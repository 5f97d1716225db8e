/** An error of the engine: a stable code for programs, a sentence for people. */
export class EngineError extends Error {
  constructor(
    readonly code: string,
    sentence: string,
  ) {
    super(sentence);
    this.name = 'EngineError';
  }
}
