import { afterMeasuring, UNASKED } from './frame-height';
import type { HostLink } from './host-link';

/** From now on, asks the host for the height of this page's content whenever that is another one. */
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
