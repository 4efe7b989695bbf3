/** The preview in a real browser opens on the first page and answers. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchPreview, type Previewed, previewJourneysMissing } from './support/browser.ts';
import { callOnPage } from './support/page-calls.ts';

const missing = previewJourneysMissing();

describe.skipIf(missing !== null)(`the preview in a browser${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let preview: Previewed;
  beforeAll(async () => {
    preview = await launchPreview();
  });
  afterAll(() => preview?.close());

  test('opens on its first page, and the token has left the address', async () => {
    await preview.page.getByRole('navigation').first().waitFor();
    expect(preview.page.url()).not.toContain('token');
    expect(new URL(preview.page.url()).search).toBe('');
  });

  test('answers its page', async () => {
    expect(await callOnPage(preview.page, 'settings.read')).toMatchObject({ language: 'zh-CN' });
  });
});
