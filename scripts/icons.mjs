// npm run icons: draws the icons of the installed page from its favicon. Run it when the favicon changes.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumLaunch } from './lib/chromium.mjs';
import { ROOT } from './lib/command.mjs';

const FOLDER = join(ROOT, 'web/offline/icons');
const DRAWING = readFileSync(join(ROOT, 'web/app/favicon.svg'), 'utf8');

/** A maskable icon fills its square. Only a middle circle of four fifths is always visible. */
const MASKABLE = DRAWING.replace('viewBox="0 0 48 48"', 'viewBox="-7 -7 62 62"').replace(
  /<rect width="48" height="48" rx="8"/,
  '<rect x="-7" y="-7" width="62" height="62"',
);

const ICONS = [
  { name: 'icon-192', size: 192, drawing: DRAWING },
  { name: 'icon-512', size: 512, drawing: DRAWING },
  { name: 'maskable-512', size: 512, drawing: MASKABLE },
];

mkdirSync(FOLDER, { recursive: true });
const browser = await chromium.launch(chromiumLaunch());
for (const { name, size, drawing } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${drawing}`);
  writeFileSync(join(FOLDER, `${name}.png`), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
