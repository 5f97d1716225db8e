/** Several runs of one figure, trained as one. */
import type { ReactiveElement } from 'lit';
import type { Recipe } from '../recipe/schema';
import type { RunState } from '../state/run/run-state';
import type { Speed } from '../worker/protocol';
import { Training } from './training';

/** Runs that start, play and stop together; the first one’s progress stands for all. */
export class TrainingGroup {
  readonly trainings: readonly Training[];

  constructor(host: ReactiveElement, count: number, onRest: (batches: number) => void) {
    this.trainings = Array.from({ length: count }, () => new Training(host, onRest));
  }

  /** Null until all are opened. */
  get runs(): readonly RunState[] | null {
    const runs = this.trainings.flatMap(({ run }) => run ?? []);
    return runs.length === this.trainings.length ? runs : null;
  }

  get run(): RunState | null {
    return this.runs?.[0] ?? null;
  }

  get problem(): string {
    return this.trainings.find(({ problem }) => problem !== '')?.problem ?? '';
  }

  get isPlaying(): boolean {
    return this.trainings.some(({ isPlaying }) => isPlaying);
  }

  /** One recipe for each run. */
  follow(recipes: readonly Recipe[], batches: number, dependenceFeature = 0): void {
    for (const [i, recipe] of recipes.entries()) this.trainings[i]?.follow({ recipe, batches, dependenceFeature });
  }

  goTo(batches: number): void {
    for (const training of this.trainings) training.goTo(batches);
  }

  async play(speed: Speed): Promise<void> {
    await Promise.all(this.trainings.map((training) => training.play(speed)));
  }

  async pause(): Promise<void> {
    await Promise.all(this.trainings.map((training) => training.pause()));
  }

  retry(): void {
    for (const training of this.trainings) training.retry();
  }
}
