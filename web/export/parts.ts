/** The code from the pages of parts, filled in for one recipe. */
import programs from 'virtual:part-programs';
import { type Circumstances, holds } from '../explanations/explanation';
import type { OnnxStep, PartProgram, Sentence } from '../explanations/part';
import type { ChosenLayer, ChosenPart } from '../recipe/chosen-parts';

const programOf = (subject: string): PartProgram => {
  const program = programs[subject];
  if (program === undefined) throw new Error(`The page of ${subject} has no programs.`);
  return program;
};

/** The text that applies in these circumstances, or undefined; `{name}` placeholders are filled in from `values`. */
function filled(texts: readonly Sentence[], circumstances: Circumstances, values: Circumstances): string | undefined {
  const text = texts.find(({ when }) => holds(when, circumstances))?.text;
  return text?.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

/** The class of a part in NumPy, as its page shows it. */
export function numpyClass({ subject, circumstances }: ChosenPart): string {
  const texts = programOf(subject).numpy.filter(({ when }) => holds(when, circumstances));
  return texts.map(({ text }) => text).join('\n\n');
}

/** The classes of the PyTorch modules that these layers need and PyTorch itself does not have, each once. */
export function pytorchModules(layers: readonly ChosenLayer[]): readonly string[] {
  const operations = layers.flatMap((layer) => layer.operations);
  return [...new Set(operations.flatMap(({ subject }) => programOf(subject).pytorchModule.map(({ text }) => text)))];
}

/** An expression from a part's page, with its settings and `more` filled in; undefined if the page has none. */
export function expression(
  { subject, circumstances }: ChosenPart,
  kind: 'numpyCall' | 'pytorchCall' | 'pytorchLoss' | 'pytorchSum' | 'objective',
  more: Circumstances = {},
): string | undefined {
  return filled(programOf(subject)[kind], circumstances, { ...circumstances, ...more });
}

/** The nodes of a part in an ONNX graph. */
export function onnxStepsOf({ subject, circumstances }: ChosenPart): readonly OnnxStep[] {
  return programOf(subject).onnx.find(({ when }) => holds(when, circumstances))?.steps ?? [];
}

/**
 * A layer as an expression: that of its page, with the widths and the expressions of the operations that settings name.
 */
export function layerExpression(
  { subject, circumstances, inputs, operations }: ChosenLayer,
  kind: 'numpyCall' | 'pytorchCall',
): string | undefined {
  const made = operations.map((operation) => [operation.entry.name, expression(operation, kind) ?? ''] as const);
  const own = Object.entries(circumstances).map(([name, value]) => {
    const call = made.find(([operation]) => operation === value)?.[1];
    return [name, call ?? value] as const;
  });
  return expression({ subject, circumstances }, kind, { ...Object.fromEntries(own), inputs });
}
