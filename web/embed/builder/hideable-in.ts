/** Which controls a part has, so that only those are offered to be left out. */
import { HIDEABLE_NAMES, type HideableName } from '../../state/page/hideable';
import type { PartName } from '../options/options';

const TRANSPORT: readonly HideableName[] = ['transport', 'train', 'batch', 'epoch', 'reset', 'seed', 'progress'];
const PICTURE: readonly HideableName[] = ['title', ...TRANSPORT, 'numbers', 'goal'];

const OF_PART: Readonly<Record<PartName, readonly HideableName[]>> = {
  playground: HIDEABLE_NAMES.filter((name) => name !== 'numbers'),
  loss: [...PICTURE, 'overlay'],
  network: PICTURE,
  inside: ['title', ...TRANSPORT, 'drawings', 'explanation', 'goal'],
  response: [...PICTURE, 'feature'],
  predictions: PICTURE,
  metrics: PICTURE.filter((name) => name !== 'numbers'),
  figure: [],
  lesson: [],
};

/** In the order in which they are described. */
export function hideableIn(part: PartName): readonly HideableName[] {
  return HIDEABLE_NAMES.filter((name) => OF_PART[part].includes(name));
}
