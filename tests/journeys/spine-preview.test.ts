/** The owner's first day in a browser: drop, check, post, ask why, reach the cell, print, take back. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchPreview, type Previewed, previewJourneysMissing } from './support/browser.ts';
import { freshFolder } from './support/folders.ts';
import {
  dropAndCheck,
  expectPrintedList,
  figuresOfCheckOpen,
  openPrintPage,
  pdfText,
  post,
  reachTheCell,
  stateHashOf,
  sumsOfListOpen,
  takenBackStillOpens,
  undoInHistory,
} from './support/spine.ts';

const missing = previewJourneysMissing();

describe.skipIf(missing !== null)(
  `the first day, in a browser${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    let preview: Previewed;
    let before = '';
    const troubles: string[] = [];
    beforeAll(async () => {
      preview = await launchPreview({ today: '2022-12-31' });
      preview.page.on('pageerror', (error) => troubles.push(error.message));
      preview.page.on('console', (message) => {
        if (message.type() === 'error') troubles.push(message.text());
      });
      before = await stateHashOf(preview.page);
    });
    afterAll(() => preview?.close());

    test('two dropped files are recognised, joined and reckoned up', async () => {
      await dropAndCheck(preview.page);
      expect(await stateHashOf(preview.page)).toBe(before);
    });

    test('the figures of the check open to the orders, rows and cells they mean', async () => {
      await figuresOfCheckOpen(preview.page);
    });

    test('posting makes customers, and a tier leads down to the cell of the file', async () => {
      await post(preview.page);
      await reachTheCell(preview.page);
    });

    test('the sums of a list under a condition open down to the cell', async () => {
      await sumsOfListOpen(preview.page);
    });

    test('the list prints: the same words on paper, page x of y, phones masked', async () => {
      await openPrintPage(preview.page);
      const path = join(freshFolder('paper'), 'list.pdf');
      writeFileSync(path, await preview.page.pdf({ preferCSSPageSize: true, printBackground: true }));
      expectPrintedList(pdfText(path));
    });

    test('the import is taken back and nothing is left of it', async () => {
      await undoInHistory(preview.page, before);
      await takenBackStillOpens(preview.page);
      expect(troubles).toEqual([]);
    });
  },
);
