/**
 * `npm run tour`: pictures of every page in every look, with the demo shop, an empty ledger and a lost one, and axe on each.
 * Options: --out DIR (else release/tour), --only REGEX (of `scene-look`), --page DIR (a built page of one's own).
 * Ends with 1 when axe finds anything. Needs Chromium; never the network.
 */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { buildIfNeeded, projectRoot } from '../../src-main/start/build.ts';
import { axeViolations, violationLines } from '../journeys/support/axe.ts';
import { launchPreview, previewJourneysMissing } from '../journeys/support/browser.ts';
import { dropFiles } from '../journeys/support/drop-files.ts';
import { freshFolder } from '../journeys/support/folders.ts';
import { callOnPage } from '../journeys/support/page-calls.ts';
import { monthFiles } from '../support/month-files.ts';
import { bookScenes } from './book-scenes.ts';
import { clippedWords } from './clipped.ts';
import { type Seen, writeContactSheet } from './contact-sheet.ts';
import { type Look, looks, takeLook } from './looks.ts';
import { closedSince, missedScenes, planSome, reminderSettings } from './reminder-scenes.ts';
import { saveSegments } from './saved-segments.ts';
import {
  demoScenes,
  droppedScenes,
  emptyScenes,
  gappyScenes,
  importScenes,
  lostScenes,
  mendedScenes,
  type Scene,
  type TourFiles,
} from './scenes.ts';
import { settle } from './settle.ts';
import { writeSpoiltFile, writeStatusFile, writeUnknownFile } from './tour-files.ts';

/** The day of the tour: the demo shop ends on it. */
const today = '2026-08-20';

interface Tour {
  readonly out: string;
  readonly only: RegExp;
  readonly page: string | undefined;
  readonly files: TourFiles;
  readonly seen: Seen[];
  /** Scenes that could not be reached. */
  readonly missed: string[];
}

interface Stop {
  readonly data: string;
  readonly scenes: readonly Scene[];
  /** Each dropped file starts from a fresh page: files stay in hand until they are let go. */
  readonly fresh: readonly Scene[];
  readonly prepare?: (page: Page) => Promise<void>;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function look(tour: Tour, page: Page, scene: Scene, as: Look): Promise<void> {
  const name = `${scene.name}-${as.name}`;
  try {
    await scene.reach(page, tour.files);
    await settle(page);
    const file = `${name}.png`;
    await page.screenshot({ path: join(tour.out, file), animations: 'disabled', caret: 'hide' });
    const violations = await axeViolations(page);
    const clipped = await clippedWords(page);
    tour.seen.push({ scene: scene.name, look: as.name, file, violations, clipped });
    const lines = [...violationLines(violations), ...clipped.map((line) => `clipped? ${line}`)];
    say(`${name}${lines.map((line) => `\n    ${line}`).join('')}`);
  } catch (error) {
    await page.screenshot({ path: join(tour.out, `${name}-missed.png`) });
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    tour.missed.push(`${name}: ${why}`);
    say(`${name}\n    NOT REACHED: ${why}`);
  }
}

async function visit(tour: Tour, stop: Stop): Promise<void> {
  const isWanted = (scene: Scene, as: Look): boolean => tour.only.test(`${scene.name}-${as.name}`);
  const all = [...stop.scenes, ...stop.fresh];
  if (!looks.some((as) => all.some((scene) => isWanted(scene, as)))) return;
  const preview = await launchPreview({
    data: stop.data,
    today,
    ...(tour.page === undefined ? {} : { built: tour.page }),
  });
  try {
    const { page } = preview;
    page.setDefaultTimeout(20_000);
    await stop.prepare?.(page);
    for (const as of looks) {
      const scenes = stop.scenes.filter((scene) => isWanted(scene, as));
      if (scenes.length > 0) await takeLook(page, as);
      for (const scene of scenes) await look(tour, page, scene, as);
      for (const scene of stop.fresh.filter((each) => isWanted(each, as))) {
        await takeLook(page, as);
        await look(tour, page, scene, as);
      }
    }
  } finally {
    await preview.close();
  }
}

/** A ledger with a backup, spoilt when it is closed. */
async function lostLedger(built: string | undefined): Promise<string> {
  const data = join(freshFolder('tour'), 'data');
  const preview = await launchPreview({ data, today, ...(built === undefined ? {} : { built }) });
  await callOnPage(preview.page, 'backups.make');
  await preview.close();
  writeFileSync(join(data, 'ledger.db'), 'no ledger any more '.repeat(400));
  return data;
}

/** Two files with a month between them that is missing, and a rule for the orders marked V-. */
async function prepareGappyShop(page: Page): Promise<void> {
  await dropFiles(page, page.locator('body'), monthFiles(freshFolder('tour-months'), [1, 2, 4, 5, 6]));
  await page.locator('.imp-reckon').first().waitFor({ timeout: 60_000 });
  await page.keyboard.press('Control+Enter');
  await page.locator('.vt-row, .toast-act').first().waitFor({ timeout: 60_000 });
  const condition = { field: 'sellerNote', test: 'starts', text: 'V-' };
  const content = { kind: 'brushing', shop: null, match: 'all', conditions: [condition] };
  await callOnPage(page, 'exclusions.save', { rule: null, content });
}

/** Rows of a spoilt file are put aside, and a table of the shop's own kind is matched and remembered. */
async function prepareMendedShop(page: Page, files: TourFiles): Promise<void> {
  const post = async (): Promise<void> => {
    await page.keyboard.press('Control+Enter');
    // It ends with the list of customers.
    await page.locator('.tc').first().waitFor({ timeout: 60_000 });
  };
  await dropFiles(page, page.locator('body'), [files.spoilt]);
  await page.locator('.imp-out.stopped .row-ways').waitFor({ timeout: 60_000 });
  for (const kind of [0, 1]) {
    await page.locator('.imp-problems li button').nth(kind).click();
    await page.locator('.imp-out.stopped .row-ways button').last().click();
  }
  await post();
  await dropFiles(page, page.locator('body'), [files.unknown]);
  await page.locator('.imp-mapper .ant-select').first().waitFor({ timeout: 60_000 });
  await page.locator('.head .ant-btn-primary').click();
  await page.locator('.imp-reckon').waitFor({ timeout: 60_000 });
  await post();
}

/** How often each rule was broken, and in which scenes. */
function summary(tour: Tour): readonly string[] {
  const rules = new Map<string, Set<string>>();
  for (const { scene, violations } of tour.seen) {
    for (const { rule } of violations) rules.set(rule, (rules.get(rule) ?? new Set()).add(scene));
  }
  return [...rules].map(([rule, scenes]) => `axe ${rule}: ${[...scenes].join(', ')}`);
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string', default: join(projectRoot, 'release/tour') },
      only: { type: 'string', default: '' },
      page: { type: 'string' },
    },
  });
  const missing = previewJourneysMissing();
  if (missing !== null) throw new Error(missing);
  buildIfNeeded({ only: values.page === undefined ? ['host', 'renderer'] : ['host'] });
  const out = resolve(values.out);
  if (values.only === '') rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const scratch = freshFolder('tour-files');
  const files = {
    spoilt: writeSpoiltFile(scratch),
    unknown: writeUnknownFile(scratch),
    states: writeStatusFile(scratch),
  };
  const page = values.page === undefined ? undefined : resolve(values.page);
  const tour: Tour = { out, only: new RegExp(values.only), page, files, seen: [], missed: [] };
  const data = (): string => join(freshFolder('tour'), 'data');
  await visit(tour, {
    data: data(),
    scenes: [...demoScenes, ...bookScenes, reminderSettings],
    fresh: [...importScenes, ...droppedScenes],
    prepare: async (page) => {
      await callOnPage(page, 'demo.open');
      await saveSegments(page);
    },
  });
  await visit(tour, { data: data(), scenes: gappyScenes, fresh: [], prepare: prepareGappyShop });
  await visit(tour, {
    data: closedSince(data(), '2026-08-15'),
    scenes: missedScenes,
    fresh: [],
    prepare: async (page) => {
      await prepareGappyShop(page);
      await planSome(page);
    },
  });
  await visit(tour, {
    data: data(),
    scenes: mendedScenes,
    fresh: [],
    prepare: (page) => prepareMendedShop(page, files),
  });
  await visit(tour, { data: data(), scenes: emptyScenes, fresh: [] });
  await visit(tour, { data: await lostLedger(page), scenes: lostScenes, fresh: [] });
  writeContactSheet(out, tour.seen);
  const found = tour.seen.reduce((sum, { violations }) => sum + violations.length, 0);
  for (const line of [...summary(tour), ...tour.missed.map((line) => `not reached: ${line}`)]) say(line);
  say(`${tour.seen.length} pictures in ${out}, ${found} violations, ${tour.missed.length} scenes not reached`);
  process.exitCode = found + tour.missed.length === 0 ? 0 : 1;
}

await run();
