import { expect, type Locator, type Page, TrainPage } from './minifactory';

/** With columns and matrices that are too large to be shown completely. */
export const WIDE = JSON.stringify({
  layers: [
    { units: 64, activation: 'relu' },
    { units: 64, activation: 'tanh' },
    { units: 1, activation: 'linear' },
  ],
});

/** The drawing in the Inside view. */
export class DrawingsPage {
  readonly page: Page;
  readonly drawing: Locator;
  readonly walk: Locator;
  readonly heading: Locator;
  readonly next: Locator;
  readonly back: Locator;
  /** The current box. */
  readonly current: Locator;

  constructor(page: Page) {
    this.page = page;
    this.drawing = page.locator('mf-pass-diagram');
    this.walk = page.getByRole('region', { name: 'Steps through the network' });
    this.heading = this.walk.getByRole('heading');
    this.next = this.walk.getByRole('button', { name: 'Next box' });
    this.back = this.walk.getByRole('button', { name: 'Back', exact: true });
    this.current = this.drawing.locator('[aria-current=step]');
  }

  async open(recipe: string): Promise<void> {
    await new TrainPage(this.page).open('#recipe');
    await this.page.getByRole('textbox', { name: 'Recipe as JSON' }).fill(recipe);
    await this.page.getByRole('button', { name: 'Apply' }).click();
    await this.page.getByRole('link', { name: 'Inside' }).click();
    await expect(this.heading).toHaveText('The features enter');
    await expect(this.drawing.locator('svg.picture')).toBeVisible();
  }

  choice(name: string): Locator {
    return this.walk.getByRole('group', { name: 'Drawing' }).getByRole('button', { name, exact: true });
  }

  async choose(name: string): Promise<void> {
    await this.choice(name).click();
    await expect(this.choice(name)).toHaveAttribute('aria-pressed', 'true');
    await expect(this.drawing.getByRole('group', { name: `The network as ${name.toLowerCase()}` })).toBeVisible();
  }

  circles(): Locator {
    return this.drawing.locator('svg.picture .ring');
  }

  async height(): Promise<number> {
    return (await this.drawing.locator('svg.picture').boundingBox())?.height ?? 0;
  }
}
