/**
 * Decides when to ask the host for another height. A frame whose content is as high as its window, or higher, could
 * grow forever: each granted height makes it ask for more.
 */
import type { HostLink } from './host-link';

export interface Measured {
  /** CSS pixels: the height of the content, and the size of the window it is seen through. */
  readonly content: number;
  readonly width: number;
  readonly height: number;
}

export interface HeightState {
  readonly last: Measured | null;
  readonly asked: number | null;
  /** How often in a row the content grew because the window had grown. */
  readonly chases: number;
}

export const UNASKED: HeightState = { last: null, asked: null, chases: 0 };

const MOST_CHASES = 2;
/** No lesson is this long; such content grows without end. */
const HIGHEST = 20_000;

/** The state after a measurement; `asked` changes if the host has to be asked. */
export function afterMeasuring({ last, asked, chases }: HeightState, now: Measured): HeightState {
  const next = { last: now, asked, chases: chasesBy(last, now, chases) };
  const wanted = Math.min(Math.ceil(now.content), HIGHEST);
  return next.chases > MOST_CHASES ? next : { ...next, asked: wanted };
}

function chasesBy(last: Measured | null, now: Measured, chases: number): number {
  if (last === null || last.width !== now.width) return 0;
  if (last.height === now.height) return chases;
  return now.height > last.height && now.content > last.content ? chases + 1 : 0;
}

/** From now on, asks the host for the height of this page's content whenever it changes. */
export function followHeight(link: HostLink): void {
  let state = UNASKED;
  const page = document.documentElement;
  const measure = (): void => {
    const before = state.asked;
    state = afterMeasuring(state, { content: page.offsetHeight, width: innerWidth, height: innerHeight });
    if (state.asked !== null && state.asked !== before) link.askForHeight(state.asked);
  };
  new ResizeObserver(measure).observe(page);
  addEventListener('resize', measure);
}
