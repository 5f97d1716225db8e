/** Remembers the latest result of a costly step for as long as it is asked for under the same key. */
export class Remembered<Result> {
  private key: string | null = null;
  private result: Result | null = null;

  of(key: string, make: () => Result): Result {
    if (key !== this.key) {
      this.result = make();
      this.key = key;
    }
    return this.result as Result;
  }
}
