/**
 * The language of `onnx` fences: the nodes of a graph, one in each line, the last one called `output`. An empty fence
 * is an operation that passes its input on.
 *
 *     leaked = Mul(input, 0.2)
 *     output = Max(input, leaked)
 */
import { SubjectError } from './subject-error.js';

const LINE = /^(\w+) = ([A-Z]\w*)\(([^)]*)\)$/;

/** Error SubjectError. @param {string} file @param {import('./source').FenceSource} fence */
export function onnxSteps(file, { lines, line }) {
  const steps = lines.map((text, index) => {
    const [, output, operator, list = ''] = LINE.exec(text) ?? [];
    if (output === undefined || operator === undefined) {
      throw new SubjectError(file, line + index, `"${text}" is not a node: write NAME = Operator(argument, …).`);
    }
    const inputs = list.split(',').map((argument) => {
      const name = argument.trim();
      return Number.isNaN(Number(name)) ? name : Number(name);
    });
    return { output, operator, inputs };
  });
  if (steps.length > 0 && steps.at(-1)?.output !== 'output') {
    throw new SubjectError(file, line + lines.length - 1, 'The last node makes "output".');
  }
  return steps;
}
