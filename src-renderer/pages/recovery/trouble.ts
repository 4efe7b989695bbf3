/** Why the window shows the recovery page instead of its rooms. */

import type { LedgerStatus } from '../../../src-shared/contract/ledger.ts';
import { Problem } from '../../../src-shared/problem.ts';

export const lostCodes = ['ledger-damaged', 'ledger-missing'] as const;
export const stuckCodes = [
  'ledger-in-use',
  'ledger-locked',
  'ledger-full',
  'ledger-read-only',
  'ledger-is-newer',
  'ledger-migration-changed',
  'ledger-is-foreign',
  'sqlite-too-old',
] as const;

/** `lost`: a backup mends it. `stuck`: something outside the program does. */
export type Trouble =
  | { readonly kind: 'lost'; readonly code: (typeof lostCodes)[number]; readonly folder: string | null }
  | { readonly kind: 'stuck'; readonly code: (typeof stuckCodes)[number]; readonly folder: string | null };

function folderOf(problem: Problem): string | null {
  return 'folder' in problem.details ? problem.details.folder : null;
}

/** null: the rooms can be shown, or the failure is none of these. */
export function troubleOf(status: LedgerStatus | undefined, error: Error | null): Trouble | null {
  // Without its parameter the class says `any` of its code.
  const problem: Problem | null = error instanceof Problem ? error : null;
  const code: string | null = problem === null ? (status?.warning ?? null) : problem.code;
  const lost = lostCodes.find((known) => known === code);
  const folder = status?.folder ?? (problem === null ? null : folderOf(problem));
  if (lost !== undefined) return { kind: 'lost', code: lost, folder };
  // What is known stays on screen while one answer fails.
  if (status !== undefined || problem === null) return null;
  const stuck = stuckCodes.find((known) => known === code);
  return stuck === undefined ? null : { kind: 'stuck', code: stuck, folder };
}
