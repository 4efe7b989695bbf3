/** `node tests/machine/draw-icons.ts`: draws assets/icon.svg in every size and container the installers want. Run it when the drawing changes; it needs Chromium. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { projectRoot } from '../../src-main/start/build.ts';
import { chromiumPath } from './electron-runtime.ts';
import { type Drawn, icnsOf, icnsSizes, icoOf } from './icon-files.ts';

const icoSizes = [16, 24, 32, 48, 64, 128, 256];
const linuxSizes = [16, 32, 48, 64, 128, 256, 512];

const assets = join(projectRoot, 'assets');
const found = chromiumPath();
if ('missing' in found) throw new Error(found.missing);
const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage();
  const svg = readFileSync(join(assets, 'icon.svg'), 'utf8');
  const drawn: Drawn[] = [];
  for (const size of [...new Set([...icoSizes, ...linuxSizes, ...icnsSizes])].sort((a, b) => a - b)) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${svg}`,
    );
    drawn.push({ size, png: await page.screenshot({ omitBackground: true }) });
  }
  const of = (sizes: readonly number[]): readonly Drawn[] => drawn.filter(({ size }) => sizes.includes(size));
  mkdirSync(join(assets, 'icons'), { recursive: true });
  for (const { size, png } of of(linuxSizes)) writeFileSync(join(assets, 'icons', `${size}x${size}.png`), png);
  for (const { png } of of([1024])) writeFileSync(join(assets, 'icon.png'), png);
  writeFileSync(join(assets, 'icon.ico'), icoOf(of(icoSizes)));
  writeFileSync(join(assets, 'icon.icns'), icnsOf(drawn));
} finally {
  await browser.close();
}
