/** Reports the progress of an embedded run, its end and its goal to the embedding page. */
import { Throttle } from '../../charts/drawing/throttle';
import { type GoalProgress, goalProgress, isSameProgress } from '../../state/goal/goal-state';
import type { PageState } from '../../state/page/page-state';
import { emit } from './part';
import { hasJustEnded, newFailure, progressOf } from './run-progress';

/** Milliseconds between two reports of the run's progress. */
const STATE_INTERVAL = 100;

interface Source {
  /** The element that fires the events. */
  readonly element: EventTarget;
  readonly state: () => PageState;
  /** Whether training was requested, and waits until the element is visible. */
  readonly isWaiting: () => boolean;
}

export class RunNews {
  readonly #source: Source;
  readonly #progress = new Throttle(STATE_INTERVAL, () => this.#tellProgress());
  /** The progress towards the goal that was reported last. */
  #goalTold: GoalProgress | null = null;

  constructor(source: Source) {
    this.#source = source;
  }

  /** Reports the progress soon. */
  requestProgress(): void {
    this.#progress.request();
  }

  /** Call it after every change of the state. */
  follow(after: PageState, before: PageState): void {
    const { element } = this.#source;
    const failure = newFailure(after, before);
    if (failure !== null) emit(element, 'minifactory-error', { problems: [{ option: '', sentence: failure }] });
    const { run } = after;
    if (run === null) return;
    if (run !== before.run) {
      this.#progress.request();
      if (hasJustEnded(after, before)) emit(element, 'minifactory-finished', progressOf(run, false));
    }
    if (run !== before.run || after.goal !== before.goal) this.#tellGoal(after);
  }

  /** Reported only while the run is paused or ended, because a goal is judged only then. */
  #tellGoal(state: PageState): void {
    const progress = state.run?.latest.playing === true ? null : goalProgress(state);
    const told = this.#goalTold;
    if (progress === null || (told !== null && isSameProgress(progress, told))) return;
    this.#goalTold = progress;
    emit(this.#source.element, 'minifactory-goal', progress);
  }

  #tellProgress(): void {
    const { run } = this.#source.state();
    if (run !== null) emit(this.#source.element, 'minifactory-state', progressOf(run, this.#source.isWaiting()));
  }
}
