/**
 * A law with its cases: so many are tried from a printed seed; one that breaks it is kept in a folder that the error
 * names. REGULARS_RUNS, REGULARS_SEED and REGULARS_CASES (the folder) say otherwise than usual.
 */

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';

export const runsOr = (usual: number): number => Number(process.env['REGULARS_RUNS'] ?? usual);
export const seedOr = (usual: number): number => Number(process.env['REGULARS_SEED'] ?? usual);

interface Law<Case extends unknown[]> {
  readonly name: string;
  readonly runs: number;
  readonly seed: number;
  readonly cases: fc.Arbitrary<Case>;
  /** Throws where the law is broken. */
  readonly holds: (...made: Case) => Promise<void>;
  /** Puts what belongs to the case into the folder it is kept in. */
  readonly keep?: (folder: string, ...made: Case) => Promise<void>;
}

function placeFor(name: string): string {
  const home = process.env['REGULARS_CASES'] ?? mkdtempSync(join(tmpdir(), 'regulars-laws-'));
  const folder = join(home, name.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase());
  mkdirSync(folder, { recursive: true });
  return folder;
}

export async function holdsAlways<Case extends unknown[]>(law: Law<Case>): Promise<void> {
  const property = fc.asyncProperty(law.cases, (made) => law.holds(...made));
  const { runs: numRuns, seed } = law;
  const found = await fc.check(property, { numRuns, seed, endOnFailure: true });
  if (!found.failed) return;
  const folder = placeFor(law.name);
  const { counterexample, counterexamplePath: path, errorInstance } = found;
  const words = errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance);
  writeFileSync(
    join(folder, 'case.json'),
    JSON.stringify({ law: law.name, seed, path, case: counterexample }, null, 2),
  );
  writeFileSync(join(folder, 'error.txt'), words);
  const [made] = counterexample ?? [];
  if (made !== undefined) await law.keep?.(folder, ...made);
  throw new Error(`${law.name} is broken: seed ${seed}, kept in ${folder}\n${words}`);
}
