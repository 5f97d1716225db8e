/** What keeps a person out of the page: axe's findings, and a page wider than its window. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from './minifactory';

/** The way to an element through the shadow roots around it. */
type Path = readonly [string, string, ...string[]];

/** A sentence for each barrier axe finds, in the part named or in the whole page; waits until the page is there. */
export async function findBarriers(page: Page, part?: Path): Promise<string[]> {
  await expect(page.locator('main').first()).toBeVisible();
  // The page has no frames of other origins and needs no list of what is right: this takes a sixth of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (part === undefined ? axe : axe.include({ fromShadowDom: [...part] })).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join('; ')}`);
}

export async function expectNoBarrier(page: Page, part?: Path): Promise<void> {
  expect(await findBarriers(page, part)).toEqual([]);
}

/** Pixels by which the page is wider than its window. */
export function overhang(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
}

/** Accessible, and nothing to scroll to sideways. */
export async function expectReadable(page: Page): Promise<void> {
  await expectNoBarrier(page);
  expect(await overhang(page)).toBe(0);
}
