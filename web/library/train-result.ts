/**
 * A trained run as plain data, ready for JSON. A number that is not finite, as after a run that diverged, becomes
 * null.
 */
import type {
  Baseline,
  BySet,
  CurvePoint,
  Evaluation,
  LossBySet,
  MetricsBySet,
  RowSet,
  Run,
  RunStatus,
} from '../engine/types';
import { namedParameters, type ParameterRows, type PredictedRow } from '../export/results';
import type { Recipe } from '../recipe/schema';

export type { ParameterRows as TrainedParameter, PredictedRow as Prediction };

export interface TrainResult {
  /** With every default filled in. */
  readonly recipe: Recipe;
  readonly status: Exclude<RunStatus, 'training'>;
  /** Completed epochs, and batches in all. */
  readonly epochs: number;
  readonly batches: number;
  /** The recipe's loss before training, at the ends of epochs (every one, up to 400), and at the end. */
  readonly losses: readonly CurvePoint[];
  /** The recipe's own evaluations; of more than 4096, evenly spaced ones and the latest two. */
  readonly evaluations: readonly Evaluation[];
  readonly loss: LossBySet;
  readonly metrics: MetricsBySet;
  readonly baselines: {
    readonly meanPrice: Baseline;
    readonly leastSquares: Baseline & {
      /** One for each feature, as scaled. */
      readonly coefficients: readonly number[];
      readonly intercept: number;
    };
  };
  /** `W1`, `B1`, `W2`, …, counted from the first layer. */
  readonly parameters: Readonly<Record<string, ParameterRows>>;
  /** For the test rows, in the split's order. */
  readonly predictions: readonly PredictedRow[];
}

/** In the split's order. */
export function testPredictions(run: Run): PredictedRow[] {
  const rows = run.rows('test');
  const actual = run.targets('test');
  const predicted = run.predictions('test');
  return Array.from(rows, (row, index) => ({
    row,
    actual: actual[index] as number,
    predicted: predicted[index] as number,
  }));
}

/** The result of a run that has ended. */
export function trainResult(run: Run, recipe: Recipe, losses: readonly CurvePoint[]): TrainResult {
  const { status, epoch, batch } = run.progress();
  if (status === 'training') throw new Error('The run has not ended.');
  const bySet = <Value>(value: (set: RowSet) => Value): BySet<Value> => ({
    training: value('training'),
    validation: run.rows('validation').length > 0 ? value('validation') : null,
    test: value('test'),
  });
  const { meanTarget, leastSquares } = run.baselines;
  return {
    recipe,
    status,
    epochs: epoch,
    batches: batch,
    losses,
    evaluations: run.evaluations(),
    loss: bySet((set) => run.loss(set)),
    metrics: bySet((set) => run.metrics(set)),
    baselines: {
      meanPrice: meanTarget,
      leastSquares: { ...leastSquares, coefficients: [...leastSquares.coefficients] },
    },
    parameters: namedParameters(run.parameterShapes, run.parameters()),
    predictions: testPredictions(run),
  };
}
