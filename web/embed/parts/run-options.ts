/** Converts options to events that change the state of an embedded run. */
import type { PageEvent } from '../../state/page/events';
import type { HideableName } from '../../state/page/hideable';
import type { RunPlace } from '../api';
import type { Options } from '../options/options';

/** These lead to the whole site. */
const OF_SITE: readonly HideableName[] = ['lessons', 'share'];

/**
 * The events that change the state from the options `before` to `options`; other choices of the reader stay. Without a
 * site, what leads there is hidden.
 */
export function eventsOf(options: Options, before: Options | undefined, site: string | null): readonly PageEvent[] {
  const hidden = new Set(site === null ? [...options.hide, ...OF_SITE] : options.hide);
  const differs = (name: keyof Options) => String(options[name]) !== String(before?.[name]);
  const events: readonly (PageEvent | false)[] = [
    differs('hide') && { type: 'host-changed', host: { hidden, site: site ?? location.href } },
    differs('speed') && { type: 'speed-chosen', speed: options.speed },
    differs('theme') && {
      type: 'theme-chosen',
      theme: options.theme === 'light' || options.theme === 'dark' ? options.theme : 'system',
    },
    options.feature !== null && differs('feature') && { type: 'dependence-feature-chosen', name: options.feature },
    differs('drawing') && { type: 'drawing-chosen', drawing: options.drawing },
    differs('step') && { type: 'pass-step-chosen', step: options.step - 1 },
    (differs('view') || differs('part')) && { type: 'view-chosen', view: viewOf(options) },
  ];
  return events.filter((event) => event !== false);
}

/** The events that restore where the reader of `place` was. */
export function eventsOfPlace(place: RunPlace, part: Options['part']): readonly PageEvent[] {
  return [
    { type: 'speed-chosen', speed: place.speed },
    { type: 'dependence-feature-chosen', name: place.feature },
    { type: 'drawing-chosen', drawing: place.drawing },
    { type: 'pass-step-chosen', step: place.step - 1 },
    { type: 'view-chosen', view: viewOf({ part, view: place.view }) },
  ];
}

/** Whether the options ask for another run. */
export function isOtherStart(options: Options, before: Options): boolean {
  return options.preset !== before.preset || options.recipe !== before.recipe || options.weights !== before.weights;
}

/** Passes are shown in the inside view only. */
function viewOf({ part, view }: Pick<Options, 'part' | 'view'>): Options['view'] {
  if (part === 'playground') return view;
  return part === 'inside' ? 'inside' : 'train';
}
