/** The pages of chapter 2 for the tests. */
import { readFileSync } from 'node:fs';
import { showPredicted } from './lessons-page';
import { expect, type Locator, type Page } from './minifactory';

interface Entry {
  readonly id: string;
  readonly printed: string;
}

const LEDGER: readonly Entry[] = JSON.parse(readFileSync('tests/golden/ledger.json', 'utf8'));

export function printed(id: string): string {
  const entry = LEDGER.find((row) => row.id === id);
  if (entry === undefined) throw new RangeError(`The ledger has no row ${id}.`);
  return entry.printed;
}

export const numberIn = (text: string): number => Number(text.replaceAll('−', '-').replace(/[^\d.e-]/g, ''));

/** Goes there from any place in the lessons. */
export async function turnTo(page: Page, name: string, values = ''): Promise<void> {
  await page.goto(`./#lessons/fundamentals/${name}${values}`);
  await showPredicted(page, `fundamentals/${name}`);
}

/** Reloads the page, so that no state of another one is left. */
export async function open(page: Page, name: string, values = ''): Promise<void> {
  await page.goto('about:blank');
  await turnTo(page, name, values);
}

/** A figure that contains a run. */
export class TrainedFigure {
  readonly element: Locator;
  readonly batches: Locator;
  readonly slider: Locator;

  constructor(page: Page, tag: string) {
    this.element = page.locator(tag);
    this.batches = this.element.getByRole('spinbutton', { name: 'Batches trained, typed' });
    this.slider = this.element.getByRole('slider', { name: 'Batches trained', exact: true });
  }

  button(name: string): Locator {
    return this.element.getByRole('button', { name, exact: true });
  }

  async trainToEnd(batches: number): Promise<void> {
    await this.element.scrollIntoViewIfNeeded();
    await this.button('To the end').click();
    await expect(this.batches).toHaveValue(String(batches));
  }

  /** `column`: counted from 0. */
  measure(measure: 'mae' | 'rmse' | 'relative', column = 0): Locator {
    return this.element.locator(`table.metrics tr[data-measure=${measure}] td`).nth(column);
  }
}
