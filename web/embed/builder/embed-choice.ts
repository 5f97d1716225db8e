/** What an author has chosen in the builder. */
import { FIGURES } from '../../figures/descriptions.js';
import type { PageName } from '../../lessons/lesson';
import { presetNamed } from '../../recipe/presets';
import { HOST_ORIGIN } from '../frame/host-origin';
import type { Options, PartName } from '../options/options';
import { readFragment, writeFragment } from '../options/read-options';

export interface EmbedChoice {
  readonly options: Options;
  /** The only origin the embed talks to; empty for any. */
  readonly hostOrigin: string;
  /** The frame's accessible name; null for the one that follows from the options. */
  readonly title: string | null;
  /** As in HTML: CSS pixels, or with a percent sign. */
  readonly width: string;
  /** CSS pixels; null for the height the content asks for. */
  readonly height: number | null;
  /** In a sandbox, without an origin of its own. */
  readonly isOpaque: boolean;
}

/** The parts of the lessons' contents that are needed here. */
export type Contents = readonly { readonly pages: readonly Pick<PageName, 'id' | 'title'>[] }[];

export const PART_TITLES: Readonly<Record<PartName, string>> = {
  playground: 'The whole playground',
  loss: 'The loss chart',
  network: 'The network drawing',
  inside: 'The Inside view: every number of a pass',
  response: 'The model’s response to one feature',
  predictions: 'Predicted against actual prices',
  metrics: 'The table of metrics',
  figure: 'A figure of the lessons',
  lesson: 'A whole lesson',
};

/** Reads the builder's address: options, or a link of the playground. */
export function choiceOf(hash: string): EmbedChoice {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  const renamed = new Map([...fields].map(([name, text]) => [OF_LINK.get(name) ?? name, text]));
  const taken = (name: string): string => {
    const text = renamed.get(name) ?? '';
    renamed.delete(name);
    return text;
  };
  const hostOrigin = taken(HOST_ORIGIN);
  const width = taken(FRAME.width);
  const height = Number(taken(FRAME.height));
  const frame = {
    title: taken(FRAME.title) || null,
    width: WIDTH.test(width) ? width : FULL_WIDTH,
    height: Number.isInteger(height) && height >= HEIGHTS.min && height <= HEIGHTS.max ? height : null,
    isOpaque: taken(FRAME.sandbox) === OPAQUE,
  };
  const { options } = readFragment(new URLSearchParams([...renamed]).toString());
  return { options, hostOrigin, ...frame };
}

/** The frame's width as in HTML. */
export const WIDTH = /^\d+%?$/;
export const FULL_WIDTH = '100%';
/** CSS pixels. */
export const HEIGHTS = { min: 100, max: 20_000 };

/** Choices about the frame, in the builder's own address. */
const FRAME = { title: 'frame-title', width: 'frame-width', height: 'frame-height', sandbox: 'frame-sandbox' };
const OPAQUE = 'opaque';

/** The names of options in a shared link. */
const OF_LINK = new Map([
  ['r', 'recipe'],
  ['w', 'weights'],
]);

/** The part after the `#` of embed.html. */
export function fragmentOf({ options, hostOrigin }: EmbedChoice): string {
  return joined(writeFragment(options), { [HOST_ORIGIN]: hostOrigin });
}

/** The part after the `#` of the builder: everything that was chosen. */
export function builderFragmentOf(choice: EmbedChoice): string {
  return joined(fragmentOf(choice), {
    [FRAME.title]: choice.title ?? '',
    [FRAME.width]: choice.width === FULL_WIDTH ? '' : choice.width,
    [FRAME.height]: String(choice.height ?? ''),
    [FRAME.sandbox]: choice.isOpaque ? OPAQUE : '',
  });
}

function joined(fragment: string, fields: Readonly<Record<string, string>>): string {
  const given = Object.entries(fields).filter(([, text]) => text !== '');
  const whole = [fragment, new URLSearchParams(given).toString()].filter((part) => part !== '').join('&');
  // Allowed behind a #, and easier to read.
  return whole.replaceAll('%2C', ',').replaceAll('%2F', '/').replaceAll('%3A', ':');
}

/** The accessible name of the frame: its content in words. */
export function titleOf({ options, title }: EmbedChoice, chapters: Contents): string {
  return title ?? `Minifactory: ${whatIsShown(options, chapters)}`;
}

function whatIsShown({ part, preset, recipe, figure, lesson }: Options, chapters: Contents): string {
  const pages = chapters.flatMap((chapter) => chapter.pages);
  switch (part) {
    case 'figure':
      return (figure === null ? undefined : FIGURES[figure]?.title) ?? PART_TITLES.figure;
    case 'lesson':
      return pages.find(({ id }) => id === lesson)?.title ?? PART_TITLES.lesson;
    default: {
      const model = recipe !== null ? undefined : presetNamed(preset ?? '')?.title;
      return model === undefined ? PART_TITLES[part] : `${PART_TITLES[part]}. ${model}`;
    }
  }
}
