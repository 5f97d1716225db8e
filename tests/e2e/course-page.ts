/** A page of a course that embeds elements: on another path than the site, with its own styles and root size. */
import type { EmbedEventName, EmbedMethods, EmbedResult, EmbedState, RunProgress } from '../../web/embed/api';
import { expect, type Locator, type Page } from './minifactory';

export const TITLE = 'A course of its own';

/** Rules that would change an embed if they affected it. */
const STYLES = `
  html { font-size: 62.5%; }
  body { max-width: 90rem; margin: 0 auto; background: #fdf6e3; color: #073642; font: 1.8rem/1.7 Georgia, serif; accent-color: #859900; }
  body.dark { background: #002b36; color: #eee8d5; }
  main > * { letter-spacing: 0.1em; text-align: right; text-transform: uppercase; }
  button { background: hotpink; border-radius: 50px; }
  * { --ink: red; --surface: lime; --rem: 99px; }
`;

export type Told = { readonly id: string; readonly name: EmbedEventName; readonly detail: unknown };

type Method = 'run' | 'pause' | 'reset';

export class CoursePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** `elements`: HTML of the page's body. */
  async open(elements: string, path = 'elsewhere/page.html#a-place'): Promise<void> {
    const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${TITLE}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
      <style>${STYLES}</style></head>
      <body><main><h1>The course</h1><p id="before">Text before.</p>${elements}<p id="after">Text after.</p></main></body></html>`;
    await this.page.route('**/elsewhere/page.html', (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await this.page.goto(`./../../${path}`);
    await this.page.evaluate(() => {
      const told: unknown[] = [];
      Object.assign(window, { told });
      for (const name of ['ready', 'state', 'finished', 'answered', 'goal', 'error']) {
        document.addEventListener(`minifactory-${name}`, ({ type, target, detail }: Event & { detail?: unknown }) => {
          told.push({ id: (target as HTMLElement).id, name: type, detail });
        });
      }
    });
    // Loaded from the course's path, when somebody listens.
    await this.page.addScriptTag({ url: new URL('mini-factory.js', await this.#site()).href });
  }

  element(id: string): Locator {
    return this.page.locator(`#${id}`);
  }

  /** The details of all events with this name that the element has sent. */
  async toldOf(id: string, name: EmbedEventName): Promise<readonly unknown[]> {
    return this.page.evaluate(
      (from) => {
        const { told } = window as unknown as { told: Told[] };
        return told.filter((each) => each.id === from.id && each.name === from.name).map(({ detail }) => detail);
      },
      { id, name },
    );
  }

  async isReady(...ids: string[]): Promise<void> {
    for (const id of ids) {
      await expect.poll(async () => (await this.toldOf(id, 'minifactory-ready')).length).toBe(1);
    }
  }

  async latest(id: string): Promise<RunProgress | undefined> {
    return this.page.evaluate((from) => {
      const { told } = window as unknown as { told: Told[] };
      return told.findLast((each) => each.id === from && each.name === 'minifactory-state')?.detail as RunProgress;
    }, id);
  }

  async call(id: string, method: Method): Promise<void> {
    await this.element(id).evaluate((element, name) => (element as HTMLElement & EmbedMethods)[name](), method);
  }

  async load(id: string, recipe: unknown): Promise<void> {
    await this.element(id).evaluate((element, given) => (element as HTMLElement & EmbedMethods).load(given), recipe);
  }

  async getState(id: string): Promise<EmbedState> {
    return this.element(id).evaluate((element) => (element as HTMLElement & EmbedMethods).getState());
  }

  async setState(id: string, state: unknown): Promise<void> {
    await this.element(id).evaluate((element, given) => (element as HTMLElement & EmbedMethods).setState(given), state);
  }

  async getResult(id: string): Promise<EmbedResult> {
    return this.element(id).evaluate((element) => (element as HTMLElement & EmbedMethods).getResult());
  }

  async set(id: string, attribute: string, value: string): Promise<void> {
    await this.element(id).evaluate((element, [name, text]) => element.setAttribute(name as string, text as string), [
      attribute,
      value,
    ] as const);
  }

  async #site(): Promise<string> {
    return new URL('./courses/minifactory/', new URL(this.page.url()).origin).href;
  }
}
