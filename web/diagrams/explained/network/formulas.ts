/** The formulas of a whole network, line by line: those of its parts' pages, with the names of this network. */
import walks from 'virtual:part-walks';
import type { OperationShape } from '../../../engine/types';
import { type Formula, holds, type Phase } from '../../../explanations/explanation';
import { operationNamed } from '../../../explanations/parts';
import { type ChosenPart, layersOf, lossOf, optimiserOf } from '../../../recipe/chosen-parts';
import type { Recipe } from '../../../recipe/schema';
import { boxTitle, gradientName, outputName, ownName, stateName, updatedName } from '../../pass/names';
import { nameMathml } from '../term-mathml';

/** The id of a quantity by its name: `∂L/∂W1` is `dW1`, `W1′` is `W1-after`. */
export function termId(name: string): string {
  return name.replace('∂L/∂', 'd').replace('′', '-after').replaceAll(' ', '-');
}

/** What the arrays of a part are called in this network. */
type Names = Readonly<Record<string, string>>;

/** The formulas of one phase of a part's page, under one label; several are told apart by the page's own labels. */
function formulasOf({ subject, circumstances }: ChosenPart, phase: Phase, names: Names, label: string): Formula[] {
  const walk = walks[subject];
  const terms = new Map(Object.entries(walk?.terms ?? {}).map(([array, id]) => [id, array]));
  const templates = (walk?.formulas ?? []).filter(
    (formula) => formula.phase === phase && holds(formula.when, circumstances),
  );
  return templates.map(({ mathml }): Formula => {
    const written = mathml.replace(/\{([a-z][a-z0-9-]*)\}/g, (whole, id: string) => {
      const name = names[terms.get(id) ?? ''];
      return name === undefined ? whole : `<mrow class="term-${termId(name)}">${nameMathml(name)}</mrow>`;
    });
    return { label, phase, when: null, mathml: written };
  });
}

/** The names of what enters, leaves, is learned and is otherwise used by the operation at `place`. */
function operationNames(operations: readonly OperationShape[], place: number): Names {
  const [input, output] = [outputName(operations, place - 1), outputName(operations, place)];
  const shape = operations[place] as OperationShape;
  const [learned] = shape.parameters;
  const { letters = {} } = walks[operationNamed(shape.name).subject] ?? {};
  return {
    ...Object.fromEntries(Object.entries(letters).map(([array, letter]) => [array, ownName(letter, shape)])),
    input,
    output,
    inputGradient: gradientName(input),
    outputGradient: gradientName(output),
    ...(learned === undefined ? {} : { parameter: learned.name, gradient: gradientName(learned.name) }),
  };
}

const LOSS_NAMES: Names = {
  predictions: 'P',
  targets: 'y',
  rows: 'n',
  output: 'L',
  inputGradient: gradientName('P'),
};

/** The formulas are those of training. */
const inTraining = <Part extends ChosenPart>(part: Part): Part => ({
  ...part,
  circumstances: { ...part.circumstances, mode: 'training' },
});

export function networkFormulas(recipe: Recipe, operations: readonly OperationShape[]): readonly Formula[] {
  const parts = layersOf(recipe).flatMap((layer) => layer.operations.map(inTraining));
  const phase = (part: ChosenPart, place: number, which: 'forward' | 'backward') => {
    const title = boxTitle(operations[place] as OperationShape);
    const names = operationNames(operations, place);
    return formulasOf(part, which, names, which === 'forward' ? title : `${title}, backward`);
  };
  const loss = lossOf(recipe);
  const optimiser = optimiserOf(recipe);
  const update = operations.flatMap(({ parameters }) =>
    parameters.flatMap(({ name }) =>
      formulasOf(optimiser, 'update', updateNames(optimiser, name), `The update of ${name}`),
    ),
  );
  return [
    ...parts.flatMap((part, place) => phase(part, place, 'forward')),
    ...formulasOf(loss, 'forward', LOSS_NAMES, 'Λ, the loss'),
    ...formulasOf(loss, 'backward', LOSS_NAMES, 'Λ, the loss, backward'),
    ...parts
      .map((part, place) => phase(part, place, 'backward'))
      .reverse()
      .flat(),
    ...update,
  ];
}

/** What an optimiser's page calls the parameter, its gradient, what is kept for it, and what becomes of both. */
export function updateNames({ subject }: ChosenPart, parameter: string): Names {
  const state = Object.keys(walks[subject]?.terms ?? {}).filter((array) => array.endsWith('′'));
  const kept = state.flatMap((after) => {
    const name = stateName(after.slice(0, -1), parameter);
    return [
      [after.slice(0, -1), name],
      [after, updatedName(name)],
    ] as const;
  });
  return {
    ...walks[subject]?.letters,
    parameter,
    gradient: gradientName(parameter),
    updated: updatedName(parameter),
    ...Object.fromEntries(kept),
  };
}
