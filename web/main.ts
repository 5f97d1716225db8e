/**
 * Shows the playground or the lessons, as the page's address says. Each is loaded when it is first asked for and stays
 * alive from then on, so that a run is not lost by reading a lesson.
 */

import type { MinifactoryApp } from './app/minifactory-app';
import { loadTheme, saveTheme } from './app/storage/page-storage';
import { wearTheme, wornTheme } from './app/theme';
import type { LessonsApp } from './lessons/lessons-app';
import { isInLessons } from './state/page/address';
import type { Intent } from './state/page/events';
import type { Theme } from './state/page/page-state';
import { INTENT } from './views/shell/send';
import { templateRefusal, watchPolicy } from './worker/policies';

const PLAYGROUND = 'mf-app';
const LESSONS = 'mf-lessons';

const LOAD = {
  [PLAYGROUND]: () => import('./app/minifactory-app'),
  [LESSONS]: () => import('./lessons/lessons-app'),
};

/** Milliseconds in which the browser is left to what the reader waits for. */
const SETTLING = 1500;

type Part = keyof typeof LOAD;

let shown: Part | null = null;

const wanted = (): Part => (isInLessons(location.hash) ? LESSONS : PLAYGROUND);
const partOnPage = (part: Part) => document.querySelector<HTMLElement>(part);

async function follow(): Promise<void> {
  const part = wanted();
  if (part === shown) return;
  try {
    await LOAD[part]();
  } catch {
    say((await templateRefusal()) ?? 'This part of the page could not be loaded. Check the connection.', 'Try again');
    return;
  }
  // The reader may have gone on while it was loading.
  if (part === wanted() && part !== shown) show(part);
}

function show(part: Part): void {
  document.querySelector('.fallback')?.remove();
  const other = partOnPage(part === LESSONS ? PLAYGROUND : LESSONS);
  if (other !== null) other.hidden = true;
  const element = partOnPage(part) ?? made(part);
  element.hidden = false;
  if (part === LESSONS) (element as LessonsApp).theme = wornTheme();
  else (element as MinifactoryApp).requestUpdate();
  // An entry of the history that is new has no state yet; at an older one the browser knows where it was scrolled to.
  if (shown !== null && history.state === null) scrollTo(0, 0);
  shown = part;
}

function made(part: Part): HTMLElement {
  const element = document.createElement(part);
  if (part === LESSONS) element.addEventListener(INTENT, (event) => onIntent((event as CustomEvent<Intent>).detail));
  document.body.append(element);
  return element;
}

/** The lessons have one intent, the theme, and it is the playground's too. */
function onIntent(intent: Intent): void {
  if (intent.type !== 'theme-chosen') return;
  const playground = partOnPage(PLAYGROUND);
  if (playground === null) saveTheme(intent.theme);
  else playground.dispatchEvent(new CustomEvent<Intent>(INTENT, { detail: intent }));
  wear(intent.theme);
}

function wear(theme: Theme): void {
  wearTheme(theme);
  const lessons = partOnPage(LESSONS) as LessonsApp | null;
  if (lessons !== null) lessons.theme = theme;
}

/** In place of a part that is not there. */
function say(sentence: string, retry: string): void {
  const again = document.createElement('button');
  again.type = 'button';
  again.textContent = retry;
  again.addEventListener('click', () => void follow());
  const paragraph = document.querySelector('.fallback') ?? document.createElement('p');
  paragraph.className = 'fallback';
  paragraph.setAttribute('role', 'status');
  paragraph.replaceChildren(sentence, ' ', again);
  document.body.prepend(paragraph);
}

/** The page works without it, too. */
async function keepCopy(): Promise<void> {
  try {
    await (await import('./offline/keep-copy')).keepCopy();
  } catch {
    // Not loaded: the next visit tries again.
  }
}

watchPolicy();
wear(loadTheme());
addEventListener('hashchange', () => void follow());
void follow().then(() => setTimeout(keepCopy, SETTLING));
