/** Every page with the demo shop passes axe: in Chinese by day, in English by night. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bookScenes } from '../tour/book-scenes.ts';
import { looks, takeLook } from '../tour/looks.ts';
import { saveSegments } from '../tour/saved-segments.ts';
import { demoScenes, droppedScenes, importScenes, type Scene, type TourFiles } from '../tour/scenes.ts';
import { settle } from '../tour/settle.ts';
import { writeSpoiltFile, writeStatusFile, writeUnknownFile } from '../tour/tour-files.ts';
import { axeViolations, violationLines } from './support/axe.ts';
import { launchPreview, type Previewed, previewJourneysMissing } from './support/browser.ts';
import { freshFolder } from './support/folders.ts';
import { callOnPage } from './support/page-calls.ts';

const missing = previewJourneysMissing();

describe.skipIf(missing !== null)(
  `what axe finds on the pages${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    let preview: Previewed;
    let files: TourFiles;
    beforeAll(async () => {
      const scratch = freshFolder('axe');
      files = {
        spoilt: writeSpoiltFile(scratch),
        unknown: writeUnknownFile(scratch),
        states: writeStatusFile(scratch),
      };
      preview = await launchPreview({ today: '2026-08-20' });
      await callOnPage(preview.page, 'demo.open');
      await saveSegments(preview.page);
    });
    afterAll(() => preview?.close());

    test.each(['zh-light-1366', 'en-dark-1366'])('is nothing, in the look %s', async (name) => {
      const as = looks.find((look) => look.name === name);
      if (as === undefined) throw new Error(`no look is called ${name}`);
      const { page } = preview;
      const found: string[] = [];
      const look = async (scene: Scene): Promise<void> => {
        await scene.reach(page, files);
        await settle(page);
        const lines = violationLines(await axeViolations(page));
        found.push(...lines.map((line) => `${scene.name}: ${line}`));
      };
      await takeLook(page, as);
      for (const scene of [...demoScenes, ...bookScenes]) await look(scene);
      for (const scene of [...importScenes, ...droppedScenes]) {
        await takeLook(page, as);
        await look(scene);
      }
      expect(found).toEqual([]);
    });
  },
);
