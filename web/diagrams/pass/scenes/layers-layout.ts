/** Positions of the layers of a pass when each is one box: in rows, with room for their words; CSS pixels. */
import { type Box, ROOF } from '../../network/factory-box';
import { lossEdge } from './boxes-layout';
import { edgeTo, flowInRows, labelRoom, type PassEdge, type Point, TURN_ROOM, wordWidth } from './rows';

export interface LayersLayout {
  readonly width: number;
  readonly height: number;
  /** One for each layer, then that of the loss. */
  readonly cards: readonly Box[];
  /** A place in its layer for each operation, then for the loss. */
  readonly chips: readonly Box[];
  /** The edge into each card, then the one out of the loss. */
  readonly edges: readonly PassEdge[];
}

/** The content of one card. */
export interface CardContent {
  readonly operations: number;
  readonly words: readonly string[];
  /** Widths of what hangs below it. */
  readonly tags: readonly number[];
}

/** Base lines of the words, from the top of a card; the chips are between the first and the last. */
export const CARD_LINES = [19, 38, 92];
const CARD_HEIGHT = 104;
const FOOT = 52;
const PAD = 10;
const CHIP_WIDTH = 46;
const CHIP_HEIGHT = 28;
const CHIP_TOP = 48;
/** Distance between two things that hang below a card. */
export const TAG_GAP = 6;

/** `longest`: characters of the longest shape on an edge. */
export function layOutLayers(contents: readonly CardContent[], longest: number, available: number): LayersLayout {
  const label = labelRoom(longest);
  const widths = contents.map(({ operations, words, tags }) =>
    Math.max(
      operations * CHIP_WIDTH,
      ...words.map(wordWidth),
      tags.reduce((sum, tag) => sum + tag, 0) + TAG_GAP * (tags.length - 1),
    ),
  );
  const cardWidths = widths.map((width) => width + 2 * PAD);
  const width = Math.max(available, label + Math.max(...cardWidths) + TURN_ROOM);
  const { places, height } = flowInRows(cardWidths, ROOF + CARD_HEIGHT + FOOT, label, label / 2, width);
  const cards = places.map(({ x, y }, i) => ({
    x,
    y: y + ROOF,
    width: cardWidths[i] as number,
    height: CARD_HEIGHT,
  }));
  const chips = cards.flatMap((card, i) => chipsOf(card, (contents[i] as CardContent).operations));
  const level = (card: Box): number => card.y + CHIP_TOP + CHIP_HEIGHT / 2;
  const end = (card: Box): Point => ({ x: card.x + card.width, y: level(card) });
  const edges = cards.map((card, i): PassEdge => {
    const before = cards[i - 1];
    const to = { x: card.x, y: level(card) };
    return {
      points: edgeTo(before ? end(before) : null, to, label, card.y - ROOF),
      labelX: card.x - label / 2,
      y: to.y,
    };
  });
  return {
    width,
    height,
    cards,
    chips,
    edges: [...edges, lossEdge(end(cards.at(-1) as Box), 0, label)],
  };
}

/** In the middle of a card, wall to wall. */
function chipsOf(card: Box, count: number): Box[] {
  const left = card.x + (card.width - count * CHIP_WIDTH) / 2;
  return Array.from({ length: count }, (_, i) => ({
    x: left + i * CHIP_WIDTH,
    y: card.y + CHIP_TOP,
    width: CHIP_WIDTH,
    height: CHIP_HEIGHT,
  }));
}
