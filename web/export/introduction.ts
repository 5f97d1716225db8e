/** The start of a program: what it does, how to run it, and its imports. */
import type { Dataset } from '../datasets/dataset';
import type { Recipe } from '../recipe/schema';
import { docstringText, printable, wrapped } from './python-text';

/** The name of the recipe, or what it is. */
export function titleOf({ name, layers }: Recipe): string {
  return printable(name) || (layers.length === 1 ? 'A single layer' : `${layers.length} layers`);
}

/** What the program does, in a sentence. */
export function story({ data }: Recipe, dataset: Dataset): string {
  const columns = data.features.length;
  return (
    `It learns to predict ${data.target} from ${columns} other ${columns === 1 ? 'column' : 'columns'} of the data set ` +
    `“${dataset.title}” and prints how well it does.`
  );
}

/** A docstring for a program in `library`, ending with the `commands` that run it, one in each line. */
export function introduction(recipe: Recipe, dataset: Dataset, library: string, commands: readonly string[]): string {
  return `"""${docstringText(titleOf(recipe))}, written out in ${library}.

${wrapped(docstringText(story(recipe, dataset)).split(' '), '')}

${commands.map((command) => `    ${command}`).join('\n')}
"""`;
}

/** Reads the arguments of the command line; `more` are lines that describe further ones. */
export function argumentsPart(more: readonly string[] = []): string {
  return `parser = argparse.ArgumentParser()
parser.add_argument("--data", metavar="FILE", help="a CSV file to use instead of the data below")
${more.map((line) => `${line}\n`).join('')}parser.add_argument("--json", action="store_true", help="print the report as JSON")
arguments = parser.parse_args()`;
}

/** Silences NumPy's warnings about values that the training loop checks itself. */
export const QUIET_NUMPY = `# Numbers that grow without bound are for training to notice, not for a warning.
np.seterr(over="ignore", invalid="ignore")`;
