/** The owner's first day in the real window: real paths dropped, a PDF through the window's own printing. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { electronJourneysMissing } from '../machine/electron-runtime.ts';
import { type Launched, launchRegulars } from './support/electron.ts';
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

const missing = electronJourneysMissing();

describe.skipIf(missing !== null)(
  `the first day, in the real window${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    let regulars: Launched;
    let before = '';
    beforeAll(async () => {
      regulars = await launchRegulars({ today: '2022-12-31' });
      before = await stateHashOf(regulars.page);
    });
    afterAll(() => regulars?.close());

    test('two dropped files are recognised, joined and reckoned up', async () => {
      await dropAndCheck(regulars.page);
      expect(await stateHashOf(regulars.page)).toBe(before);
    });

    test('the figures of the check open to the orders, rows and cells they mean', async () => {
      await figuresOfCheckOpen(regulars.page);
    });

    test('posting makes customers, and a tier leads down to the cell of the file', async () => {
      await post(regulars.page);
      await reachTheCell(regulars.page);
    });

    test('the sums of a list under a condition open down to the cell', async () => {
      await sumsOfListOpen(regulars.page);
    });

    test('the list is saved as a PDF: the same words on paper, page x of y, phones masked', async () => {
      await openPrintPage(regulars.page);
      const path = join(freshFolder('paper'), '名单.pdf');
      // The native dialog answers as the person would.
      await regulars.app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
      }, path);
      await regulars.page.getByRole('button', { name: '存成 PDF' }).click();
      await expect.poll(() => existsSync(path), { timeout: 30_000 }).toBe(true);
      await expect.poll(() => pdfText(path).length, { timeout: 10_000 }).toBeGreaterThan(50);
      expectPrintedList(pdfText(path));
    });

    test('the import is taken back and nothing is left of it', async () => {
      await undoInHistory(regulars.page, before);
      await takenBackStillOpens(regulars.page);
    });
  },
);
