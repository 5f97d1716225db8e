import ledger from '../golden/ledger.json' with { type: 'json' };
import { showPredicted } from './lessons-page';
import type { Locator, Page } from './minifactory';

export const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
export const sigmoidSlope = (x: number) => sigmoid(x) * (1 - sigmoid(x));

/** The number that the ledger compares the computed one with. */
export function reference(id: string): number {
  const row = ledger.find((entry) => entry.id === id);
  if (row === undefined) throw new RangeError(`The ledger has no row ${id}.`);
  return row.reference;
}

/** As in the figures: at most six significant digits, a true minus sign. */
export const written = (value: number): string => String(Number(value.toPrecision(6))).replace('-', '−');

/** As in the tables of matrices. */
export const inTable = (value: number, digits = 4): string => value.toPrecision(digits).replace('-', '−');

/** The first figure on the page with this name, and its controls. */
export class Figure {
  readonly page: Page;
  readonly root: Locator;
  readonly words: Locator;

  constructor(page: Page, name: string, index = 0) {
    this.page = page;
    this.root = page.locator(`mf-${name}-figure`).nth(index);
    this.words = this.root.locator('.foot mf-live-words').getByRole('status');
  }

  async type(label: string, value: string): Promise<void> {
    const field = this.root.getByRole('textbox', { name: label, exact: true });
    await field.fill(value);
    await field.press('Enter');
  }

  async choose(label: string, option: string): Promise<void> {
    await this.root.getByRole('combobox', { name: label, exact: true }).selectOption({ label: option });
  }

  slider(name: string): Locator {
    return this.root.getByRole('slider', { name, exact: true });
  }

  /** Drags the handle by this many pixels. */
  async drag(handle: Locator, by: { readonly x?: number; readonly y?: number }): Promise<void> {
    await handle.scrollIntoViewIfNeeded();
    const box = await handle.boundingBox();
    if (box === null) throw new Error('The handle cannot be seen.');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + (by.x ?? 0) / 2, y + (by.y ?? 0) / 2);
    await this.page.mouse.move(x + (by.x ?? 0), y + (by.y ?? 0));
    await this.page.mouse.up();
  }

  /** The numbers of a small array, row by row. */
  async numbers(array: Locator): Promise<number[]> {
    const cells = await array.locator('td.number').all();
    return Promise.all(
      cells.map(async (cell) => {
        const input = cell.locator('input');
        const text = (await input.count()) > 0 ? await input.inputValue() : await cell.innerText();
        return Number(text.replace('−', '-'));
      }),
    );
  }

  array(name: string): Locator {
    return this.root
      .locator('mf-array-grid')
      .filter({ hasText: new RegExp(`^\\s*${name.replace(/[+·]/g, '\\$&')}\\s*\\(`) });
  }

  /** The cells of a table of a matrix, row by row. */
  async table(caption: string): Promise<string[]> {
    const table = this.root.locator('mf-matrix-table').filter({ hasText: caption }).first();
    const cells = await table.locator('tbody td').allInnerTexts();
    return cells.map((text) => text.trim());
  }
}

export async function open(page: Page, name: string, values = ''): Promise<void> {
  await page.goto(`./#lessons/foundations/${name}${values}`);
  await showPredicted(page, `foundations/${name}`);
}
