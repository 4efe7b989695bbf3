/** A process of its own that reads files it is sent, as an import would: a hang or a crash of it is seen from outside. */

import { Problem } from '../../../src-shared/problem.ts';
import { readFileWhole } from './files-at-hand.ts';

export interface Answer {
  readonly code: string | null;
  readonly bug: string | null;
  readonly rows: number;
  readonly orders: number;
  readonly problems: Readonly<Record<string, number>>;
  readonly maxMiB: number;
}

async function answer(path: string): Promise<Answer> {
  const maxMiB = (): number => process.resourceUsage().maxRSS / 1024;
  try {
    const { rows, parts, problems } = await readFileWhole(path);
    const counts: Record<string, number> = {};
    for (const { code } of problems) counts[code] = (counts[code] ?? 0) + 1;
    return { code: null, bug: null, rows, orders: parts.length, problems: counts, maxMiB: maxMiB() };
  } catch (error) {
    const nothing = { rows: 0, orders: 0, problems: {}, maxMiB: maxMiB() };
    if (error instanceof Problem) return { code: String(error.code), bug: null, ...nothing };
    return { code: null, bug: error instanceof Error ? (error.stack ?? error.message) : String(error), ...nothing };
  }
}

process.on('message', (path: unknown) => {
  void answer(String(path)).then((found) => process.send?.(found));
});
