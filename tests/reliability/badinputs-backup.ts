/** Tries to look into and to restore a hostile backup over a ledger that is in use: it is refused, and not a byte of the folder changes. */

import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type CorpusFile, wordsOfProblem } from '../support/corpus.ts';
import { faultsOfCaps, type Place, type Tried } from './badinputs-import.ts';
import { now } from './kill-world.ts';
import { runWatched } from './watched-worker.ts';

/** Names and bytes of everything in a folder. */
function bytesOf(folder: string): string {
  const names = readdirSync(folder, { recursive: true }).map(String).sort();
  return names
    .filter((name) => statSync(join(folder, name)).isFile())
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}`,
    )
    .join('\n');
}

export async function tryBackup(place: Place, live: string, file: CorpusFile, path: string): Promise<Tried> {
  rmSync(place.work, { recursive: true, force: true });
  const folder = join(place.work, 'data');
  cpSync(live, folder, { recursive: true });
  const before = bytesOf(folder);
  const preview = await runWatched(place.work, 'previewBackup', { folder, now, name: path });
  const restore = await runWatched(place.work, 'restore', { folder, now, name: path });
  const problem = restore.problem ?? preview.problem;
  const bugs = [preview, restore].flatMap(({ bug, offences }) => [
    ...(bug === null ? [] : [`crashed: ${bug}`]),
    ...offences,
  ]);
  const words = problem === null ? [] : wordsOfProblem(problem.code);
  const meant = (file.expect.codes ?? []).some((code) => words.includes(code));
  const used = [preview.used, restore.used];
  return {
    problem,
    faults: [
      ...bugs,
      // Also those the corpus leaves open: none of them is a ledger of ours.
      ...(bugs.length === 0 && !meant ? [problem === null ? 'was restored' : `refused with ${problem.code}`] : []),
      ...(bytesOf(folder) === before ? [] : ['the ledger it should have left alone has changed']),
      ...faultsOfCaps(file, used, place.idleMiB),
    ],
    rows: 0,
    orders: 0,
    cpuSeconds: used.reduce((sum, each) => sum + (each?.cpuSeconds ?? 0), 0),
    maxMiB: Math.max(0, ...used.map((each) => each?.maxMiB ?? 0)),
  };
}
