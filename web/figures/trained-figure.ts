/** The base class of figures around one training run. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Recipe } from '../recipe/schema';
import { whole } from '../state/page/format';
import type { RunState } from '../state/run/run-state';
import { tables } from '../styles/tables';
import { FigureElement } from './figure-element';
import { figureFrame, figureStyles } from './figure-frame';
import { pairStyles } from './pair-styles';
import { Training } from './training';
import { trainingControlStyles, trainingControls } from './training-controls';

/** Its values contain `batches`: the point of the run. */
export abstract class TrainedFigure extends FigureElement {
  protected readonly training = new Training(this, (batches) => this.change({ batches }));

  /** The same object for the same recipe. */
  protected abstract get recipe(): Recipe;
  protected abstract get figureTitle(): string;
  protected abstract picture(run: RunState): TemplateResult;

  /** Whether the controls of the run are above the picture, because training is the point of the figure. */
  protected readonly isTrainedFirst: boolean = true;

  /** Other controls of the figure. */
  protected choices(): TemplateResult | undefined {
    return undefined;
  }

  /** The picture for a run at rest. */
  protected words(run: RunState): string {
    const { batch } = run.latest.progress;
    return `After ${whole(batch)} batches the RMSE on the test rows is ${run.latest.metrics.test.rmse.toFixed(4)}, in $1000s.`;
  }

  /** Index of the feature whose partial dependence the run computes. */
  protected get dependenceFeature(): number {
    return 0;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    this.training.follow({
      recipe: this.recipe,
      batches: this.number('batches'),
      dependenceFeature: this.dependenceFeature,
    });
  }

  protected override render(): TemplateResult {
    const { run } = this.training;
    const choices = this.choices();
    const training = trainingControls(this.training);
    const picture = run === null ? nothing : this.picture(run);
    return figureFrame({
      title: this.figureTitle,
      ...(choices && { controls: choices }),
      picture: this.isTrainedFirst ? html`${training} ${picture}` : html`${picture} ${training}`,
      words: run === null ? '' : run.latest.playing ? 'Training.' : this.words(run),
    });
  }

  static override styles = [...figureStyles, tables, trainingControlStyles, pairStyles];
}
