/** Stores the latest result of a costly step while it is requested with the same key. */
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
