/** Barriers for readers: axe's findings, and a page that is wider than its window. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from './minifactory';

/** The way to an element through the shadow roots around it. */
type Path = readonly [string, string, ...string[]];

/**
 * A sentence for each barrier that axe finds, in the named part or in the whole page; waits until the page is there.
 */
export async function findBarriers(page: Page, part?: Path): Promise<string[]> {
  await expect(page.locator('main').first()).toBeVisible();
  // The page has no frames of other origins, and passed rules are not needed; this takes a sixth of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await (part === undefined ? axe : axe.include({ fromShadowDom: [...part] })).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join('; ')}`);
}

export async function expectNoBarrier(page: Page, part?: Path): Promise<void> {
  expect(await findBarriers(page, part)).toEqual([]);
}

/** The number of pixels by which the page is wider than its window. */
export function overhang(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
}

/** Accessible, and no horizontal scrolling. */
export async function expectReadable(page: Page): Promise<void> {
  await expectNoBarrier(page);
  expect(await overhang(page)).toBe(0);
}
