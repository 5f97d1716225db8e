/** The curves of runs that are trained together, with their names. */
import type { ComparedRun } from '../charts/loss/runs-chart';
import type { RunState } from '../state/run/run-state';

export class ComparedCurves {
  readonly #names: readonly string[];
  readonly #firstColour: number;
  /** Stored while the curves are the same, so that their chart does not redraw. */
  #compared: readonly ComparedRun[] = [];

  constructor(names: readonly string[], firstColour: number) {
    this.#names = names;
    this.#firstColour = firstColour;
  }

  /** One run for each name, in the same order. */
  of(runs: readonly RunState[]): readonly ComparedRun[] {
    if (runs.some(({ curve }, i) => curve !== this.#compared[i]?.curve)) {
      this.#compared = runs.map(({ curve }, i) => ({
        name: this.#names[i] as string,
        colour: this.#firstColour + i,
        curve,
      }));
    }
    return this.#compared;
  }
}
