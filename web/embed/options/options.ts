/**
 * All options of an embed, in one table for the element's attributes, the fragment of `embed.html` and the docs.
 */
import { FIGURES } from '../../figures/descriptions.js';
import { PRESETS } from '../../recipe/presets';
import { DRAWINGS, type Drawing } from '../../state/inside/inside-state';
import { VIEWS, type ViewName } from '../../state/page/address';
import { HIDEABLE_NAMES, type HideableName } from '../../state/page/hideable';
import type { PlaySpeed } from '../../state/run/pace';

export const PARTS = [
  'playground',
  'loss',
  'network',
  'inside',
  'response',
  'predictions',
  'metrics',
  'figure',
  'lesson',
] as const;
export type PartName = (typeof PARTS)[number];

export const THEMES = ['auto', 'light', 'dark', 'host'] as const;
/** `auto` follows the reader's system; `host` uses the colours and the font around the element. */
export type EmbedTheme = (typeof THEMES)[number];

/** The smallest and the largest size of text, in CSS pixels. */
export const SIZES = { min: 10, max: 32 } as const;

/** The size of text in CSS pixels; `auto` is the reader's own, `host` that around the element, within `SIZES`. */
export type EmbedSize = 'auto' | 'host' | number;

/** The options after they are read. */
export interface Options {
  readonly part: PartName;
  readonly preset: string | null;
  readonly recipe: string | null;
  readonly weights: string | null;
  readonly figure: string | null;
  readonly values: string | null;
  readonly lesson: string | null;
  readonly view: ViewName;
  readonly feature: string | null;
  readonly drawing: Drawing;
  /** Counted from 1. */
  readonly step: number;
  readonly speed: PlaySpeed;
  readonly hide: readonly HideableName[];
  readonly goal: string | null;
  readonly theme: EmbedTheme;
  readonly size: EmbedSize;
}

export type OptionName = keyof Options;

export type OptionKind =
  | { readonly kind: 'text' }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  /** Any of these, separated by commas. */
  | { readonly kind: 'names'; readonly of: readonly string[] }
  /** A number, or one of `words`. */
  | {
      readonly kind: 'number';
      readonly min: number;
      readonly max: number;
      readonly whole: boolean;
      readonly words: readonly string[];
    };

export interface OptionDescription {
  readonly values: OptionKind;
  /** As text; empty if there is none. */
  readonly default: string;
  readonly description: string;
}

export const OPTIONS: Readonly<Record<OptionName, OptionDescription>> = {
  part: {
    values: { kind: 'choice', of: PARTS },
    default: 'playground',
    description: 'What is shown. If a `figure` or a `lesson` is named, that one is shown.',
  },
  preset: {
    values: { kind: 'choice', of: PRESETS.map(({ id }) => id) },
    default: 'chapter-3-one-hidden',
    description: 'A model of the course to start from.',
  },
  recipe: {
    values: { kind: 'text' },
    default: '',
    description: 'A recipe to start from: its JSON, or the code after `r=` in a shared link.',
  },
  weights: {
    values: { kind: 'text' },
    default: '',
    description: 'Weights to start from: the code after `w=` in a shared link.',
  },
  figure: {
    values: { kind: 'choice', of: Object.keys(FIGURES) },
    default: '',
    description: 'A figure of the lessons.',
  },
  values: {
    values: { kind: 'text' },
    default: '',
    description: 'The first values of the figure, such as `point=2&function=square`; for a lesson, as in its address.',
  },
  lesson: {
    values: { kind: 'text' },
    default: '',
    description: 'A page of the lessons, such as `foundations/derivative`.',
  },
  view: {
    values: { kind: 'choice', of: VIEWS },
    default: 'train',
    description: 'The view of the playground that is shown first.',
  },
  feature: {
    values: { kind: 'text' },
    default: 'LSTAT',
    description: 'The feature whose response is drawn. If the model does not have it, its first feature.',
  },
  drawing: {
    values: { kind: 'choice', of: DRAWINGS },
    default: 'boxes',
    description: 'How the network is drawn in the Inside view.',
  },
  step: {
    values: { kind: 'number', min: 1, max: 1000, whole: true, words: [] },
    default: '1',
    description: 'The first step of the pass to show in the Inside view.',
  },
  speed: {
    values: { kind: 'number', min: 1, max: 10_000, whole: false, words: ['watch', 'fastest'] },
    default: 'watch',
    description: 'The training speed, in batches a second. `watch` plays the whole run in about ten seconds.',
  },
  hide: {
    values: { kind: 'names', of: HIDEABLE_NAMES },
    default: '',
    description: 'Controls to leave out, separated by commas.',
  },
  goal: {
    values: { kind: 'text' },
    default: '',
    description: 'The goal for the reader, such as `test-rmse<4, parameters<=200`.',
  },
  theme: {
    values: { kind: 'choice', of: THEMES },
    default: 'auto',
    description: 'The colours. `host` uses the colours and the font of the text around the element.',
  },
  size: {
    values: { kind: 'number', ...SIZES, whole: false, words: ['auto', 'host'] },
    default: 'auto',
    description:
      'The text size in CSS pixels. `auto` is the reader’s own size, `host` the size around the element, from 10 to 32 px.',
  },
};
