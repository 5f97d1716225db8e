import { expect, type Locator, type Page, TrainPage } from './minifactory';

/** Math, diagram and code in the Inside view. */
export class ThreeWaysPage {
  readonly page: Page;
  readonly panel: Locator;
  readonly math: Locator;
  readonly diagram: Locator;
  readonly code: Locator;
  readonly words: Locator;
  readonly subject: Locator;
  readonly next: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.locator('mf-explain-panel');
    this.math = this.panel.getByRole('region', { name: /^Math: / });
    this.diagram = this.panel.getByRole('region', { name: /^Diagram: / });
    this.code = this.panel.getByRole('region', { name: /^Code: / });
    this.words = this.panel.getByRole('status').first();
    this.subject = this.panel.getByRole('combobox', { name: 'Of' });
    this.next = page
      .getByRole('region', { name: 'Steps through the network' })
      .getByRole('button', { name: 'Next box' });
  }

  async openWith(recipe: string): Promise<void> {
    await new TrainPage(this.page).open('#recipe');
    await this.page.getByRole('textbox', { name: 'Recipe as JSON' }).fill(recipe);
    await this.page.getByRole('button', { name: 'Apply' }).click();
    await this.page.getByRole('link', { name: 'Inside' }).click();
    await expect(this.math.locator('math').first()).toBeVisible();
  }

  /** The highlighted occurrences of a term in each of the three. */
  async lit(): Promise<Record<'math' | 'diagram' | 'code', string[]>> {
    const of = (panel: Locator) =>
      panel
        .locator('[data-lit]')
        .evaluateAll((all) => [...new Set(all.map((each) => each.getAttribute('data-term') ?? ''))]);
    return { math: await of(this.math), diagram: await of(this.diagram), code: await of(this.code) };
  }

  async isLit(id: string): Promise<void> {
    await expect.poll(() => this.lit()).toEqual({ math: [id], diagram: [id], code: [id] });
  }

  async isDark(): Promise<void> {
    await expect.poll(() => this.lit()).toEqual({ math: [], diagram: [], code: [] });
  }

  /** The matrix that stands for a term in the first formula, row by row. */
  async matrix(term: string): Promise<string[][]> {
    const rows = this.math.locator('.formula').first().locator(`[data-term="${term}"] mtr`);
    return rows.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent ?? '')));
  }

  /** The numbers of an array's table, row by row. */
  async table(name: string): Promise<string[][]> {
    const rows = this.page.locator('mf-inside-arrays').getByRole('region', { name, exact: true }).locator('tbody tr');
    return rows.evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent?.trim() ?? '')),
    );
  }
}
