import { formatCount } from '../../../charts/numbers/format';
import { lossNamed } from '../../../explanations/parts';
import { ROOF } from '../../network/factory-box';
import { networkNames, type PassContext } from '../names';
import { layerTitle } from './boxes-scene';
import { CARD_LINES, layOutLayers, TAG_GAP } from './layers-layout';
import { type Lit, litStyle } from './lit';
import type { Scene, Shape } from './scene';
import {
  boxesOf,
  boxKey,
  boxShapes,
  edgeShapes,
  layerKey,
  longestShape,
  tagShapes,
  tagWidth,
  textShape,
  wallShape,
} from './shapes';

/** The drawing by layers: a factory for each, described in words, with its operations as letters. */
export function layersScene(context: PassContext, lit: Lit, available: number): Scene {
  const layers = Array.from({ length: context.recipe.layers.length + 1 }, (_, layer) => layer);
  const groups = layers.map((layer) => boxesOf(context, layer));
  const contents = layers.map((layer) => ({
    operations: groups[layer]?.length ?? 0,
    words: cardWords(context, layer),
    tags: (groups[layer] ?? []).flatMap((box) => tagWidth(context, box) ?? []),
  }));
  const layout = layOutLayers(contents, longestShape(context), available);
  return {
    width: layout.width,
    height: layout.height,
    shapes: [
      ...layout.cards.flatMap((card, layer) => {
        const isLit = groups[layer]?.some((box) => lit.boxes.includes(box)) ?? false;
        const middle = card.x + card.width / 2;
        return [
          wallShape(layerKey(layer), boxKey(groups[layer]?.[0] ?? 0), card, `card${litStyle(isLit, lit)}`, ROOF),
          ...cardWords(context, layer).map((words, line) =>
            textShape(
              line === 0 ? `title:${layer}` : `words:${layer}:${line}`,
              layerKey(layer),
              words,
              line === 0 ? 'title' : 'word',
              middle,
              card.y + (CARD_LINES[line] as number),
            ),
          ),
          ...hangingShapes(context, groups[layer] ?? [], lit, middle, card.y + card.height),
        ];
      }),
      ...layout.edges.flatMap((edge, i) => {
        const leads = groups[i]?.[0] ?? context.operations.length + 1;
        return edgeShapes(context, leads, lit, edge);
      }),
      ...layout.chips.flatMap((chip, box) => boxShapes(context, box, lit, chip, 'chip', 0)),
    ],
  };
}

/** `layer 1`, `13 units, sigmoid`, `182 parameters`. */
function cardWords(context: PassContext, layer: number): string[] {
  const shown = networkNames(context).layers[layer];
  const title = layerTitle(context, layer);
  if (shown === undefined) {
    const { label } = lossNamed(context.recipe.loss.function);
    return [title, label.toLowerCase(), 'nothing to learn'];
  }
  return [title, `${formatCount(shown.units, 'unit')}, ${shown.word}`, formatCount(shown.parameters, 'parameter')];
}

/** Side by side below the card, in the order of their operations. */
function hangingShapes(
  context: PassContext,
  boxes: readonly number[],
  lit: Lit,
  middle: number,
  bottom: number,
): Shape[] {
  const tags = boxes.flatMap((box) => {
    const width = tagWidth(context, box);
    return width === null ? [] : [{ box, width }];
  });
  let x = middle - (tags.reduce((sum, { width }) => sum + width, 0) + TAG_GAP * (tags.length - 1)) / 2;
  return tags.flatMap(({ box, width }) => {
    const shapes = tagShapes(context, box, lit, x + width / 2, bottom);
    x += width + TAG_GAP;
    return shapes;
  });
}
