import { html, type TemplateResult } from 'lit';

const NAME = 'About Minifactory';

/** A button, for a footer in `frame`, that opens the dialogue with version and licences, which is loaded only then. */
export function aboutLink(): TemplateResult {
  return html`<button type="button" .textContent=${NAME} @click=${open}></button>`;
}

async function open({ currentTarget }: Event): Promise<void> {
  const button = currentTarget as HTMLElement;
  try {
    const { AboutDialog } = await import('./about-dialog');
    button.after(new AboutDialog());
    button.textContent = NAME;
  } catch {
    button.textContent = `${NAME} (not loaded: try again with a connection)`;
  }
}
