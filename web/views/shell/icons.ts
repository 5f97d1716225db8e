/** Icons for buttons. Each is next to a word or a label, so screen readers skip them. */
import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';

const PATHS = {
  play: svg`<path d="M7 4.5v15l12-7.5z" fill="currentcolor" />`,
  pause: svg`<path d="M8.5 5v14M15.5 5v14" stroke-width="3" />`,
  skip: svg`<path d="M5 5v14l9-7zM16 5v14M20 5v14" />`,
  more: svg`<path d="M4 5v14l9-7zM17 8v8M13 12h8" />`,
  batch: svg`<path d="M5 5v14l9-7zM18 5v14" />`,
  epoch: svg`<path d="M3 5v14l7-7zM11 5v14l7-7zM21 5v14" />`,
  reset: svg`<path d="M4.5 5v5h5" /><path d="M5 10a7.5 7.5 0 1 1-.8 4" />`,
  seed: svg`<rect x="4" y="4" width="16" height="16" rx="2" /><path d="M8.5 8.5h.01M15.5 8.5h.01M12 12h.01M8.5 15.5h.01M15.5 15.5h.01" stroke-width="2.5" />`,
  add: svg`<path d="M12 5v14M5 12h14" />`,
  remove: svg`<path d="M6 6l12 12M18 6L6 18" />`,
  up: svg`<path d="M12 19V6M6 11l6-6 6 6" />`,
  down: svg`<path d="M12 5v13M6 13l6 6 6-6" />`,
  share: svg`<circle cx="6" cy="12" r="2.5" /><circle cx="17" cy="5.5" r="2.5" /><circle cx="17" cy="18.5" r="2.5" /><path d="M8.2 10.7l6.6-3.9M8.2 13.3l6.6 3.9" />`,
  system: svg`<circle cx="12" cy="12" r="8" /><path d="M12 4a8 8 0 0 1 0 16z" fill="currentcolor" />`,
  light: svg`<circle cx="12" cy="12" r="4" /><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6L7 7M17 17l1.4 1.4M5.6 18.4L7 17M17 7l1.4-1.4" />`,
  dark: svg`<path d="M19 14.5A7.5 7.5 0 0 1 9.5 5a7.5 7.5 0 1 0 9.5 9.5z" />`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${PATHS[name]}</svg>`;
}

/** The logo, a mini-factory: two edges in, a box, one edge out. */
export function logo(): TemplateResult {
  return html`<svg class="logo" viewBox="0 0 48 32" aria-hidden="true">
    <path d="M2 9h13M2 23h13M33 16h9" />
    <circle cx="4" cy="9" r="2.5" />
    <circle cx="4" cy="23" r="2.5" />
    <rect x="15" y="4" width="18" height="24" rx="1.5" />
    <path class="curve" d="M19 22c5 0 5-12 10-12" />
    <path d="M41 12.5 45.5 16 41 19.5" />
  </svg>`;
}
