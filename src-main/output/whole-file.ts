/** A file is written beside its name and takes it when it is complete: what stood there stays until then. */

import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import { Problem } from '../../src-shared/problem.ts';

/** `work` is given where to write. Throws `save-failed` when the disk refuses. */
export async function wholeFile<Result>(path: string, work: (unfinished: string) => Promise<Result>): Promise<Result> {
  const unfinished = `${path}.part`;
  try {
    const result = await work(unfinished);
    renameSync(unfinished, path);
    return result;
  } catch (error) {
    rmSync(unfinished, { force: true });
    if (error instanceof Error && 'syscall' in error) throw new Problem('save-failed', { name: basename(path) });
    throw error;
  }
}

/** A file that is one text, UTF-8. */
export function wholeTextFile(path: string, text: string): Promise<void> {
  return wholeFile(path, async (unfinished) => {
    const file = openSync(unfinished, 'w');
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  });
}
