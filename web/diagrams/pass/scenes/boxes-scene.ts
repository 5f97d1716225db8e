import type { PassContext } from '../names';
import { layOutPass } from './boxes-layout';
import type { Lit } from './lit';
import { wordWidth } from './rows';
import type { Scene } from './scene';
import {
  boxesOf,
  boxKey,
  boxShapes,
  edgeShapes,
  layerKey,
  longestShape,
  tagShapes,
  textShape,
  wallShape,
} from './shapes';

/** The drawing by operations: a factory for each, in the walls of its layer, with edges that name their arrays. */
export function boxesScene(context: PassContext, lit: Lit, available: number): Scene {
  const layers = context.recipe.layers.length;
  const groups = Array.from({ length: layers + 1 }, (_, layer) => boxesOf(context, layer));
  const layout = layOutPass(
    groups.map(({ length }) => length),
    longestShape(context),
    available,
  );
  return {
    width: layout.width,
    height: layout.height,
    shapes: [
      ...layout.groups.flatMap((group, layer) => {
        const title = layerTitle(context, layer);
        const home = boxKey(groups[layer]?.[0] ?? 0);
        return [
          wallShape(layerKey(layer), home, group, 'group', 0),
          textShape(
            `title:${layer}`,
            layerKey(layer),
            title,
            'title',
            group.x + 8 + wordWidth(title) / 2,
            group.y + 17,
          ),
        ];
      }),
      ...layout.edges.flatMap((edge, i) => edgeShapes(context, i, lit, edge)),
      ...layout.boxes.flatMap((place, box) => [
        ...tagShapes(context, box, lit, place.x + place.width / 2, place.y + place.height),
        ...boxShapes(context, box, lit, place, 'factory'),
      ]),
    ],
  };
}

/** `layer 1`, … and `loss` after the last. */
export function layerTitle({ recipe }: PassContext, layer: number): string {
  return layer === recipe.layers.length ? 'loss' : `layer ${layer + 1}`;
}
