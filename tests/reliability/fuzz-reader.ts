/** A process of its own that reads the files it is sent, twice each, as an import reads them; hangs and crashes are seen from outside. */

import { createHash } from 'node:crypto';
import { Problem } from '../../src-shared/problem.ts';
import { rowProblemLevels } from '../../src-shared/row-problem.ts';
import { readFileWhole } from '../host/importing/files-at-hand.ts';

export interface FuzzAnswer {
  /** The Problem the file ended in; null when it was read. */
  readonly code: string | null;
  /** An exception that is none of ours; a problem without a name. */
  readonly bug: string | null;
  readonly rows: number;
  /** Reading once more said the same. */
  readonly isSame: boolean;
  /** The most memory of this process so far. */
  readonly maxMiB: number;
}

type Read = Pick<FuzzAnswer, 'code' | 'bug' | 'rows'> & { readonly said: string };

function strangeCodes(codes: readonly string[]): string | null {
  const unknown = codes.filter((code) => !Object.hasOwn(rowProblemLevels, code));
  return unknown.length === 0 ? null : `unknown row problems ${unknown.join(', ')}`;
}

async function readOnce(path: string): Promise<Read> {
  try {
    const { finding, rows, parts, problems } = await readFileWhole(path);
    const said = createHash('sha256')
      .update(JSON.stringify([finding, rows, parts, problems]))
      .digest('hex');
    return { code: null, bug: strangeCodes(problems.map(({ code }) => code)), rows, said };
  } catch (error) {
    if (error instanceof Problem) {
      const code = String(error.code);
      return { code, bug: null, rows: 0, said: JSON.stringify([code, error.details]) };
    }
    const bug = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { code: null, bug, rows: 0, said: bug };
  }
}

async function answer(path: string): Promise<FuzzAnswer> {
  const [{ said, ...first }, second] = [await readOnce(path), await readOnce(path)];
  return { ...first, isSame: said === second.said, maxMiB: process.resourceUsage().maxRSS / 1024 };
}

process.on('message', (path: unknown) => {
  void answer(String(path)).then((found) => process.send?.(found));
});
