/** Speaks to the program as a page does, from inside the page. Electron only: the preview's page has no bridge. */

import type { Page } from 'playwright-core';
import type {} from '../../../src-renderer/link/bridge.d.ts';
import type { BridgeAnswer } from '../../../src-shared/link/bridge.ts';

/** The answer as it crossed the bridge. */
export function answerOf(page: Page, method: string, params: unknown = {}): Promise<BridgeAnswer> {
  return page.evaluate(
    async ([name, given]) => {
      if (window.regulars === undefined) throw new Error('no bridge on this page');
      return window.regulars.call(name, given);
    },
    [method, params] as const,
  );
}

/** The result of a call; throws when it failed. */
export async function callOnPage(page: Page, method: string, params: unknown = {}): Promise<unknown> {
  const answer = await answerOf(page, method, params);
  if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer)}`);
  return answer.result;
}
