/** What a strategy says, without what it is known by. */

import type { Strategy, StrategyContent } from '../../../src-shared/contract/strategies.ts';

export function contentOf({
  strategy: _strategy,
  version: _version,
  runs: _runs,
  againOn: _againOn,
  ...content
}: Strategy): StrategyContent {
  return content;
}
