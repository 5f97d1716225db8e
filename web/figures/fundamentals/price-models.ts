/** The models of chapter 2, as recipes. */
import { presetNamed } from '../../recipe/presets';
import type { Recipe } from '../../recipe/schema';

const PRESETS: Readonly<Record<string, string>> = {
  linear: 'chapter-2-linear',
  network: 'chapter-2-network',
  'network-corrected': 'chapter-2-network-corrected',
};

const NAMES: Readonly<Record<string, string>> = {
  linear: 'Linear regression',
  network: 'Neural network',
  'network-corrected': 'Neural network, corrected',
};

/** Always the same object for the same name. */
export function priceModel(name: string): Recipe {
  const preset = presetNamed(PRESETS[name] ?? '');
  if (preset === undefined) throw new RangeError(`Chapter 2 has no model “${name}”.`);
  return preset.recipe;
}

export function priceModelName(name: string): string {
  return NAMES[name] ?? name;
}
