/** The part of the program that measures the trained network and prints the numbers that the page shows. */
import type { Recipe } from '../recipe/schema';
import type { Dialect } from './dialect';
import { heading } from './python-text';

const metricsFunction = ({ predictions }: Dialect) => `def metrics(features, targets):
    """MAE and RMSE are in the target's unit; R2 is 1 at best, and 0 for always saying the mean."""
    errors = ${predictions('features')} - targets  # (rows, 1)
    mse = (errors ** 2).mean()
    return {
        "rows": len(targets),
        "mae": np.abs(errors).mean(),
        "mse": mse,
        "rmse": np.sqrt(mse),
        "r2": 1 - mse / targets.var() if np.ptp(targets) > 0 else np.nan,
    }`;

const asJson = ({ namedParameters }: Dialect) => [
  `def for_json(numbers):
    """JSON has no infinity and no NaN: they become null."""
    return {name: number if np.isfinite(number) else None for name, number in numbers.items()}`,
  `def print_json():
    print(json.dumps({
        "status": status,
        "epochs": epoch,
        "batches": batch,
        "evaluations": [for_json(each) for each in evaluations],
        "metrics": {name: for_json(measured) for name, measured in results.items()},
        "parameters": {
            name: {"shape": values.shape, "values": values.tolist()}
            for name, values in ${namedParameters}
        },
    }))`,
];

const watched = ({ split }: Recipe) => (split.validationFraction > 0 ? 'validation' : 'test');

const asText = (rows: string) => `def print_report():
    print(f"Status: {status} after {epoch} epochs, {batch} batches")
    print(f"\\n{'epoch':>6} {'batch':>7}  loss on the ${rows} rows")
    for each in evaluations:
        print(f"{each['epoch']:>6} {each['batch']:>7}  {each['loss']:.15g}")
    print(f"\\n{'rows':<11}{'MAE':<19}{'RMSE':<19}R2")
    for name, measured in results.items():
        mae, rmse, r2 = measured["mae"], measured["rmse"], measured["r2"]
        print(f"{name:<11}{mae:<19.15g}{rmse:<19.15g}{r2:.15g}")`;

const RESULTS = 'results = {name: metrics(*pair) for name, pair in examples.items()}';

const DIVERGED = `
        f"Training diverged after {batch} batches: a loss or a parameter was no longer a finite"
        " number. The numbers above are those of the last finite parameters."
    `;

const MAIN = `${RESULTS}
if arguments.json:
    print_json()
else:
    print_report()
if status == "diverged":
    sys.exit(${DIVERGED})`;

/** A notebook goes on after a run that diverged. */
const NOTEBOOK_MAIN = `${RESULTS}
print_report()
if status == "diverged":
    print(${DIVERGED})`;

/** Metrics, then the report as text or as JSON; a run that diverged is reported and ends with exit code 1. */
export function reportPart(recipe: Recipe, dialect: Dialect): string[] {
  return [heading('The report'), metricsFunction(dialect), ...asJson(dialect), asText(watched(recipe)), MAIN];
}

/** The same without the report as JSON, for a notebook. */
export function notebookReportPart(recipe: Recipe, dialect: Dialect): string[] {
  return [heading('The report'), metricsFunction(dialect), asText(watched(recipe)), NOTEBOOK_MAIN];
}
