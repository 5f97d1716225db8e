/** The part of the program that contains the data, splits it and scales it. */
import { type Column, columnIndex, columnValues, type Dataset } from '../datasets/dataset';
import type { Recipe } from '../recipe/schema';
import { splitSizes } from '../recipe/split';
import type { Dialect } from './dialect';
import { comment, heading, listOfStrings, quoted } from './python-text';

/** The values of the column called `name`, in row order. */
export function valuesOf(dataset: Dataset, name: string): Float64Array {
  return columnValues(dataset, columnIndex(dataset, name));
}

/** JavaScript writes the shortest decimals that identify a float64, so Python reads the same number. */
function columnLines(column: Column, dataset: Dataset): string {
  const unit = column.unit === '' ? '' : ` Unit: ${column.unit}.`;
  const words = `${column.meaning}${unit}`.trim();
  const explained = words === '' ? '' : `${comment(words, '    ')}\n`;
  return `${explained}    ${quoted(column.name)}: "${valuesOf(dataset, column.name).join(' ')}",`;
}

const READ_COLUMNS = `def is_number(cell):
    try:
        return np.isfinite(float(cell))
    except (TypeError, ValueError):
        return False


def read_columns(file):
    """Name -> numbers, from a CSV file whose first line names the columns."""
    try:
        with open(file, newline="", encoding="utf-8-sig") as lines:
            rows = list(csv.DictReader(lines))
    except (OSError, UnicodeError, csv.Error) as problem:
        sys.exit(f"{file} cannot be read: {problem}")
    for line, row in enumerate(rows, start=2):
        for name in COLUMNS:
            if not is_number(row.get(name)):
                sys.exit(f'{file}, line {line}: there is no number in column "{name}".')
    return {name: np.array([float(row[name]) for row in rows]) for name in COLUMNS}`;

/** Comments, the columns that are used, and the matrices made from them. */
export function dataPart({ data }: Recipe, dataset: Dataset, { dataFile }: Dialect): string {
  const { features, target } = data;
  const used = dataset.columns.filter(({ name }) => name === target || features.includes(name));
  const { rows } = dataset;
  return `${heading('The data')}
${comment(`${dataset.title}: ${rows} rows. ${dataset.source}`)}
${dataset.warning === undefined ? '' : `#\n${comment(dataset.warning)}\n`}
COLUMNS = {
${used.map((column) => columnLines(column, dataset)).join('\n')}
}
${listOfStrings('FEATURES', features)}
TARGET = ${quoted(target)}


${READ_COLUMNS}


if ${dataFile}:
    table = read_columns(${dataFile})
else:
    table = {name: np.array(numbers.split(), dtype=float) for name, numbers in COLUMNS.items()}
features = np.column_stack([table[name] for name in FEATURES])  # (${rows}, ${features.length})
targets = table[TARGET].reshape(-1, 1)  # (${rows}, 1)`;
}

/** The rows for training, and the rows that are held out: fractions of the table, rounded up. */
export function splitPart({ split }: Recipe, dataset: Dataset): string {
  const { training, validation, test } = splitSizes(dataset.rows, split);
  const hasValidation = validation > 0;
  const validationLine = hasValidation
    ? `    "validation": shuffled[tests:held_out],  # ${validation} rows, whose loss is watched during training\n`
    : '';
  const validations = hasValidation ? ` + math.ceil(${split.validationFraction} * count)` : '';
  const testUse = hasValidation ? 'to judge the trained model' : 'to judge the model, in training and after';
  return `${heading('The split: one shuffle decides which rows are held out')}
count = len(targets)
tests = math.ceil(${split.testFraction} * count)
held_out = tests${validations}
if held_out >= count:
    sys.exit("The table has too few rows: all of them are held out.")
shuffled = np.random.RandomState(${split.seed}).permutation(count)
rows_of = {
    "training": shuffled[held_out:],  # ${training} rows, to learn from
${validationLine}    "test": shuffled[:tests],  # ${test} rows, ${testUse}
}`;
}

/** Scales features to mean 0 and standard deviation 1, then makes the examples of each set of rows. */
export function scalePart(recipe: Recipe, dataset: Dataset): string {
  const examples = `examples = {name: (features[rows], targets[rows]) for name, rows in rows_of.items()}`;
  const { fitOn, constantColumns } = recipe.scaling;
  const columns = recipe.data.features.length;
  if (fitOn === 'none') return `# The features are not scaled; each keeps its own unit.\n${examples}`;

  const onAll = fitOn === 'all-rows';
  const fitRows = onAll ? dataset.rows : splitSizes(dataset.rows, recipe.split).training;
  const source = onAll ? 'features' : 'known';
  const why = onAll
    ? 'All rows count for both, so information about the test rows leaks into training.'
    : 'Only the training rows count for both: held-out rows must not influence training.';
  const known = onAll ? '' : `known = features[rows_of["training"]]  # (${fitRows}, ${columns})\n`;
  const shape = `# (${fitRows}, ${columns}) -> (${columns},)`;
  return `${heading('The scale: every feature with mean 0 and standard deviation 1')}
${comment(why)}
${known}mean = ${source}.mean(axis=0)  ${shape}
deviation = ${source}.std(axis=0)  ${shape}
${guards(source, columns)[constantColumns]}

${examples}`;
}

/** What happens to a column that has only one value, as the recipe says. */
const guards = (source: string, columns: number) => ({
  error: `for name, column in zip(FEATURES, ${source}.T):
    if (column == column[0]).all():
        sys.exit(f'Column "{name}" has the same value in every row, so it cannot be scaled.')
features = (features - mean) / deviation`,
  zero: `constant = (${source} == ${source}[0]).all(axis=0)  # (${columns},); no spread to divide by
deviation = np.where(constant, 1, deviation)
features = np.where(constant, 0, (features - mean) / deviation)`,
});
