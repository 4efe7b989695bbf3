/** The staged checks that somebody may still apply. A worker that was killed leaves its stage behind: what nobody knows is cleared away. */

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A page that checks again and again without discarding keeps this many. */
const MOST = 4;

export interface StagedChecks {
  keep(stageFolder: string, check: string): void;
  /** Removes every stage that no answered check stands for. Only while no check is running. */
  clearUnknown(stageFolder: string): void;
}

export function stagedChecks(): StagedChecks {
  const known: string[] = [];
  const clearUnknown = (stageFolder: string): void => {
    let names: readonly string[];
    try {
      names = readdirSync(stageFolder);
    } catch {
      // Nothing was ever staged here.
      return;
    }
    // What is being unpacked belongs to a job that may still run, and goes with it.
    const isOurs = (name: string): boolean =>
      name.startsWith('unpacked-') || known.some((check) => name.startsWith(check));
    const left = names.filter((name) => !isOurs(name));
    for (const name of left) rmSync(join(stageFolder, name), { force: true, recursive: true });
  };
  return {
    keep: (stageFolder, check) => {
      known.push(check);
      if (known.length <= MOST) return;
      const oldest = known.shift();
      if (oldest !== undefined) rmSync(join(stageFolder, oldest), { force: true, recursive: true });
    },
    clearUnknown,
  };
}
