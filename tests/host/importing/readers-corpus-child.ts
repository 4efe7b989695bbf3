/** A process of its own that reads files it is sent, as an import would: a hang or a crash of it is seen from outside. */

import { Problem } from '../../../src-shared/problem.ts';
import type { Outcome } from '../../support/corpus.ts';
import { readFileWhole } from './files-at-hand.ts';

export interface Answer extends Outcome {
  readonly bug: string | null;
  readonly maxMiB: number;
}

async function answer(path: string): Promise<Answer> {
  const maxMiB = (): number => process.resourceUsage().maxRSS / 1024;
  try {
    const { finding, rows, parts, problems } = await readFileWhole(path);
    const counts: Record<string, number> = {};
    for (const { code } of problems) counts[code] = (counts[code] ?? 0) + 1;
    const reasons = finding.reasons.map(({ code }) => code);
    const read = { rows, orders: parts.length, problems: counts, reasons, encoding: finding.encoding };
    return { code: null, bug: null, ...read, maxMiB: maxMiB() };
  } catch (error) {
    const nothing = { rows: 0, orders: 0, problems: {}, reasons: [], encoding: null, maxMiB: maxMiB() };
    if (error instanceof Problem) return { code: String(error.code), bug: null, ...nothing };
    return { code: null, bug: error instanceof Error ? (error.stack ?? error.message) : String(error), ...nothing };
  }
}

process.on('message', (path: unknown) => {
  void answer(String(path)).then((found) => process.send?.(found));
});
