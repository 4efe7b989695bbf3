/** Speaks to the program as its page does, from inside the page: over the bridge in Electron, over /call in the preview. */

import type { Page } from 'playwright-core';
import type {} from '../../../src-renderer/link/bridge.d.ts';
import type { BridgeAnswer } from '../../../src-shared/link/bridge.ts';
import type { HttpAnswer } from '../../../src-shared/link/http-wire.ts';

/** The answer as it crossed; failures are answers too. */
export function answerOf(page: Page, method: string, params: unknown = {}): Promise<BridgeAnswer> {
  return page.evaluate(
    async ([name, given]): Promise<BridgeAnswer> => {
      if (window.regulars !== undefined) return window.regulars.call(name, given);
      const body = JSON.stringify({ method: name, params: given });
      const response = await fetch('/call', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
      const answer = (await response.json()) as HttpAnswer;
      if (answer.kind === 'reply') return { ok: true, result: answer.result };
      return answer.kind === 'problem' ? { ok: false, problem: answer.problem } : { ok: false, bug: answer };
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
