/** Sets the theme of the page; the style sheets do the rest. */
import type { Theme } from '../state/page/page-state';

export function wearTheme(theme: Theme): void {
  if (theme === 'system') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = theme;
  }
}

export function wornTheme(): Theme {
  return (document.documentElement.dataset.theme ?? 'system') as Theme;
}
