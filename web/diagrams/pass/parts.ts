/** What the pages of a network's parts say of it in the walk through a pass. */
import walks from 'virtual:part-walks';
import { type Circumstances, holds } from '../../explanations/explanation';
import type { ArithmeticRule, PartWalk, Sentence } from '../../explanations/part';
import { type ChosenPart, layersOf, lossOf, optimiserOf } from '../../recipe/chosen-parts';
import type { PassContext } from './names';

/** A part of the network on show. */
export interface ShownPart extends ChosenPart {
  readonly walk: PartWalk;
}

/** A pass of one row alone shows how the network predicts; that of the next batch, how it trains. */
const modeOf = ({ pass }: PassContext): Circumstances => ({ mode: pass.source === 'next' ? 'training' : 'inference' });

function shown(context: PassContext, { subject, circumstances }: ChosenPart): ShownPart {
  const walk = walks[subject];
  if (walk === undefined) throw new Error(`The page of ${subject} says nothing for the walk.`);
  return { subject, circumstances: { ...circumstances, ...modeOf(context) }, walk };
}

/** The operation at a place of the network, counted in forward order. */
export function operationPart(context: PassContext, place: number): ShownPart {
  const operations = layersOf(context.recipe).flatMap((layer) => layer.operations);
  return shown(context, operations[place] as ChosenPart);
}

export function layerPart(context: PassContext, layer: number): ShownPart {
  return shown(context, layersOf(context.recipe)[layer] as ChosenPart);
}

export function lossPart(context: PassContext): ShownPart {
  return shown(context, lossOf(context.recipe));
}

/** With the learning rate as it is now, which can differ from the recipe's. */
export function optimiserPart(context: PassContext): ShownPart {
  const part = shown(context, optimiserOf(context.recipe));
  const { learningRate } = context.pass.progress;
  return { ...part, circumstances: { ...part.circumstances, learningRate } };
}

/** The settings of a part that are numbers and have a letter on its page. */
export function settingNumbers({
  walk,
  circumstances,
}: ShownPart): readonly { readonly name: string; readonly letter: string; readonly value: number }[] {
  return Object.entries(circumstances).flatMap(([name, value]) => {
    const letter = walk.letters[name];
    return typeof value === 'number' && letter !== undefined ? [{ name, letter, value }] : [];
  });
}

/** How the numbers of an array are worked out, in these circumstances. */
export function rulesOf({ walk, circumstances }: ShownPart, target: string): readonly ArithmeticRule[] {
  return walk.arithmetic.filter((rule) => rule.target === target && holds(rule.when, circumstances));
}

/** The sentence that holds of some; undefined where none does. */
export function sentenceOf(sentences: readonly Sentence[], { circumstances }: ShownPart): string | undefined {
  return sentences.find(({ when }) => holds(when, circumstances))?.text;
}
