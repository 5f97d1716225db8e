/** The names of the options, for the element before the rest of it is loaded. */
import type { OptionName } from './options';

export const OPTION_NAMES = [
  'part',
  'preset',
  'recipe',
  'weights',
  'figure',
  'values',
  'lesson',
  'view',
  'feature',
  'drawing',
  'step',
  'speed',
  'hide',
  'goal',
  'theme',
  'size',
] as const satisfies readonly OptionName[];
